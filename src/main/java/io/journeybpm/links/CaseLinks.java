package io.journeybpm.links;

import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.Link.Purpose;
import io.journeybpm.ledger.Links;
import io.journeybpm.ledger.NewLink;
import io.journeybpm.settings.JourneyProperties;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes addresses for people without a login, and tells which link an address stands for. Every writing method is part of
 * the caller's transaction.
 */
public final class CaseLinks {

    /** Below which path customers find their pages. */
    public static final String CUSTOMERS = "/c";

    /** Below which path visitors find theirs. */
    public static final String VISITORS = "/v";

    private final Links links;
    private final Tokens tokens;
    private final CaseClock clock;
    private final JourneyProperties.Pages settings;

    CaseLinks(Links links, Tokens tokens, CaseClock clock, JourneyProperties.Pages settings) {
        this.links = links;
        this.tokens = tokens;
        this.clock = clock;
        this.settings = settings;
    }

    /** A process makes an address, but nobody has said where customers reach this application. */
    public static final class AddressUnknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AddressUnknown() {
            super("set journey.pages.url to where customers reach this application, such as"
                    + " https://service.example.com; a process can't know it");
        }
    }

    /** When a link made now ends, if nobody says otherwise. */
    public Instant usualEnd() {
        return clock.now().plus(settings.expires());
    }

    /**
     * Makes a link.
     *
     * @param user who asks for it; absent: a process
     */
    public Link make(NewLink made, @Nullable String user) {
        return links.make(tokens.newId(), made, user);
    }

    /**
     * The link that says the same, made before and still good for more than half of the usual time, else a new one: a
     * process that writes to a customer ten times sends one address.
     */
    public Link same(NewLink wanted) {
        Instant enough = clock.now().plus(settings.expires().dividedBy(2));
        return links.ofCase(wanted.caseId()).stream()
                .filter(each -> each.revokedAt() == null && each.madeBy() == null)
                .filter(each -> each.made().expiresAt().isAfter(enough))
                .filter(each -> saysTheSame(each.made(), wanted))
                .findFirst()
                .orElseGet(() -> make(wanted, null));
    }

    private static boolean saysTheSame(NewLink made, NewLink wanted) {
        return made.purpose() == wanted.purpose()
                && Objects.equals(made.party(), wanted.party())
                && Objects.equals(made.touchpoint(), wanted.touchpoint())
                && Objects.equals(made.activityInstance(), wanted.activityInstance())
                && Objects.equals(made.promise(), wanted.promise())
                && Objects.equals(made.visitorName(), wanted.visitorName())
                && Objects.equals(made.visitorPhone(), wanted.visitorPhone());
    }

    /**
     * The link an address stands for; empty for one that was never made, is for something else, has expired or was revoked,
     * and whoever asks learns no more than that.
     */
    public Optional<Link> open(Purpose purpose, String token) {
        return tokens.read(token, purpose)
                .flatMap(id -> links.usable(id, settings.afterClosing()))
                .filter(each -> each.made().purpose() == purpose);
    }

    /** Those of a case, newest first. */
    public List<Link> ofCase(String caseId) {
        return links.ofCase(caseId);
    }

    /** One of a case, whatever has become of it. */
    public Optional<Link> find(String caseId, String id) {
        return links.find(id).filter(each -> each.caseId().equals(caseId));
    }

    /** Makes one void. */
    public void revoke(Link link, @Nullable String user) {
        links.revoke(link.id(), user);
    }

    /** Somebody looks at the page; true for the first time. */
    public boolean opened(Link link) {
        return link.openedAt() == null && links.opened(link.id());
    }

    /** Somebody wrote through the page. */
    public void answered(Link link) {
        links.answered(link.id());
    }

    /** A visitor answered, once and for all; of the answer only its digest is kept. */
    public void answered(Link link, String digest) {
        links.answered(link.id(), digest);
    }

    /** Whether this is what the visitor answered. */
    public boolean isAnswer(Link link, String digest) {
        return links.isAnswer(link.id(), digest);
    }

    /**
     * The address of a link's page.
     *
     * @param base where the application is reached, if the settings don't say; absent: not known
     * @throws AddressUnknown if neither says
     */
    public String address(Link link, @Nullable String base) {
        URI url = settings.url();
        String where = url == null || url.toString().isEmpty() ? base : url.toString();
        if (where == null) {
            throw new AddressUnknown();
        }
        Purpose purpose = link.made().purpose();
        return where.replaceAll("/+$", "") + path(purpose) + tokens.sign(link.id(), purpose);
    }

    private static String path(Purpose purpose) {
        return switch (purpose) {
            case CUSTOMER -> CUSTOMERS + "/";
            case VISIT -> VISITORS + "/";
        };
    }
}
