package io.journeybpm.insight;

import io.journeybpm.ledger.Hindrances.Place;
import io.journeybpm.ledger.Hindrances.Told;
import java.math.BigDecimal;
import java.util.List;

/**
 * A place on a journey where it is tedious for customers, and what was said there; often a small thing mends it.
 *
 * @param place a touchpoint, or a channel and a party
 * @param contacts that sent the customer away or on, or asked again
 * @param cases in which that happened
 * @param share of all such contacts on the journey, from 0 to 100
 * @param deadEnds of these, the ones that sent the customer away
 * @param redirects of these, the ones that sent the customer on
 * @param repeatedQuestions that were asked in these
 * @param latest what was said, the latest first
 */
public record QuickWin(
        Place place,
        long contacts,
        long cases,
        BigDecimal share,
        long deadEnds,
        long redirects,
        long repeatedQuestions,
        List<Told> latest) {}
