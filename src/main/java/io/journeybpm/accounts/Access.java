package io.journeybpm.accounts;

import static io.journeybpm.accounts.Group.INTEGRATORS;
import static io.journeybpm.accounts.Group.OPERATIONS;
import static io.journeybpm.accounts.Group.OWNERS;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * Who may call what under {@code /api}. Administrators may call everything; what isn't listed, nobody else.
 *
 * @param method of the call
 * @param path below the interface's own; a star stands for one name
 * @param groups who may
 */
record Access(HttpMethod method, String path, Set<Group> groups) {

    private static final Set<Group> READERS = Set.of(OWNERS, OPERATIONS, INTEGRATORS);
    private static final Set<Group> ANALYSTS = Set.of(OWNERS, OPERATIONS);
    private static final Set<Group> REPORTERS = Set.of(INTEGRATORS);
    private static final Set<Group> OWNERS_ONLY = Set.of(OWNERS);
    private static final Set<Group> KEEPERS = Set.of(OPERATIONS);
    private static final Set<Group> WORKERS = Set.of(OPERATIONS, INTEGRATORS);

    /** All that anybody but administrators may call. */
    static List<Access> all() {
        return List.of(
                new Access(GET, "/journeys", READERS),
                new Access(GET, "/journeys/*", READERS),
                new Access(GET, "/journeys/*/map", ANALYSTS),
                new Access(GET, "/journeys/*/quick-wins", ANALYSTS),
                new Access(POST, "/journeys/*/cases", REPORTERS),
                new Access(POST, "/journeys/*/migrations", OWNERS_ONLY),
                new Access(GET, "/cases", READERS),
                new Access(GET, "/cases/*", READERS),
                new Access(GET, "/cases/*/timeline", READERS),
                new Access(GET, "/cases/*/brief", READERS),
                new Access(GET, "/customers", READERS),
                new Access(POST, "/calls", WORKERS),
                new Access(GET, "/cases/*/calendar.ics", READERS),
                new Access(GET, "/calendar.ics", READERS),
                new Access(POST, "/cases/*/brief/read", WORKERS),
                new Access(POST, "/cases/*/contacts", REPORTERS),
                new Access(GET, "/cases/*/contacts/*", READERS),
                new Access(POST, "/cases/*/contacts/*/void", REPORTERS),
                new Access(POST, "/cases/*/contacts/*/cause", WORKERS),
                new Access(POST, "/cases/*/reviews", KEEPERS),
                new Access(POST, "/cases/*/level", KEEPERS),
                new Access(PUT, "/cases/*/ambassador", KEEPERS),
                new Access(POST, "/cases/*/decision", KEEPERS),
                new Access(POST, "/cases/*/close", KEEPERS),
                new Access(POST, "/cases/*/reopen", KEEPERS),
                new Access(POST, "/cases/*/facts", WORKERS),
                new Access(POST, "/cases/*/links", WORKERS),
                new Access(GET, "/cases/*/links", WORKERS),
                new Access(GET, "/cases/*/links/*", WORKERS),
                new Access(DELETE, "/cases/*/links/*", WORKERS),
                new Access(GET, "/promises", READERS),
                new Access(POST, "/cases/*/promises", WORKERS),
                new Access(GET, "/cases/*/promises/*", READERS),
                new Access(POST, "/cases/*/promises/*/kept", WORKERS),
                new Access(POST, "/cases/*/promises/*/withdrawn", WORKERS),
                new Access(POST, "/cases/*/promises/*/moved", WORKERS),
                new Access(GET, "/handoffs", READERS),
                new Access(POST, "/cases/*/handoffs", WORKERS),
                new Access(GET, "/cases/*/handoffs/*", READERS),
                new Access(POST, "/cases/*/handoffs/*/acknowledged", WORKERS),
                new Access(POST, "/cases/*/photos", WORKERS),
                new Access(GET, "/cases/*/photos", READERS),
                new Access(GET, "/cases/*/photos/*", READERS),
                new Access(GET, "/cases/*/promises/*/mergeable", READERS),
                new Access(POST, "/cases/*/promises/*/merged", WORKERS),
                new Access(POST, "/contact-permissions", WORKERS),
                new Access(GET, "/customers/*/preferences", READERS),
                new Access(PUT, "/customers/*/preferences", WORKERS),
                new Access(GET, "/customers/*/figures", READERS),
                new Access(POST, "/customers/*/figures", REPORTERS),
                new Access(POST, "/imports", REPORTERS),
                new Access(GET, "/imports/*", WORKERS),
                new Access(POST, "/backtests", OWNERS_ONLY),
                new Access(GET, "/backtests/*", OWNERS_ONLY));
    }

    /** The authorities that may, administrators included. */
    String[] authorities() {
        return Stream.concat(Stream.of(Group.ADMINISTRATORS), groups.stream())
                .map(Group::id)
                .toArray(String[]::new);
    }
}
