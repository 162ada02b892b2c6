package io.journeybpm.pages;

import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.Link.Purpose;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.links.Traffic;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Lets people in whose address is their key, as often as people come. Behind a proxy the client's address is what the
 * application makes of forwarded headers ({@code server.forward-headers-strategy}).
 */
final class Doors {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final CaseLinks links;
    private final Traffic traffic;

    Doors(CaseLinks links, Traffic traffic) {
        this.links = links;
        this.traffic = traffic;
    }

    /** There is no such page, or none any more; nobody is told which. */
    static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Gone() {
            super("the link opens nothing, or nothing any more", null, false, false);
        }
    }

    /** Somebody asks more often than people do. */
    static final class TooOften extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooOften() {
            super("asked too often", null, false, false);
        }
    }

    /** A page of somebody else's makes a browser write. */
    static final class FromElsewhere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FromElsewhere() {
            super("another site asked for it", null, false, false);
        }
    }

    /**
     * The link a request has come by.
     *
     * @throws Gone if it opens nothing
     * @throws TooOften if it, or whoever asks, has asked for more than people do
     */
    Link open(Purpose purpose, String token, HttpServletRequest request) {
        Link link = openPart(purpose, token, request);
        if (!traffic.admitsLink(link.id())) {
            throw new TooOften();
        }
        return link;
    }

    /** As {@link #open}, for what a page loads by the dozen, such as photos: only whoever asks is counted. */
    Link openPart(Purpose purpose, String token, HttpServletRequest request) {
        if (!traffic.admits(request.getRemoteAddr())) {
            throw new TooOften();
        }
        return links.open(purpose, token).orElseThrow(Gone::new);
    }

    /**
     * As {@link #open}, for a request that writes.
     *
     * @throws FromElsewhere if the browser says that it doesn't come from a page of ours
     */
    Link openToWrite(Purpose purpose, String token, HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            throw new FromElsewhere();
        }
        return open(purpose, token, request);
    }
}
