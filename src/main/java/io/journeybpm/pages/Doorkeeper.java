package io.journeybpm.pages;

import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.Link.Purpose;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.links.Traffic;

/** Lets in whoever has an address, as often as people ask and not as often as programs do. */
final class Doorkeeper {

    private final CaseLinks links;
    private final Traffic traffic;

    Doorkeeper(CaseLinks links, Traffic traffic) {
        this.links = links;
        this.traffic = traffic;
    }

    /** There is no such page, or not any more; nobody learns which. */
    static final class NoSuchPage extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoSuchPage() {
            super("this link doesn't work any more, or never did");
        }
    }

    /** Asked for more often than people do. */
    static final class TooOften extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooOften() {
            super("too many requests; try again in " + Traffic.WINDOW.toSeconds() + " seconds");
        }
    }

    /**
     * The link somebody came by.
     *
     * @param client the address the request came from
     * @throws NoSuchPage if there is none for that purpose
     * @throws TooOften if too much was asked by the client or by the link
     */
    Link admit(Purpose purpose, String token, String client) {
        Link link = find(purpose, token, client);
        if (!traffic.admitsLink(link.id())) {
            throw new TooOften();
        }
        return link;
    }

    /** The same for what a page loads by the dozen, such as photos: counted by the client only. */
    Link find(Purpose purpose, String token, String client) {
        if (!traffic.admits(client)) {
            throw new TooOften();
        }
        return links.open(purpose, token).orElseThrow(NoSuchPage::new);
    }
}
