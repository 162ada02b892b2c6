package io.journeybpm.server;

import io.journeybpm.accounts.Group;
import java.util.Locale;

/** The users of the embedded mode; each one's password is its name. */
enum DemoUser {
    DEMO(Group.ADMINISTRATORS, "everything"),
    OWNER(Group.OWNERS, "deploy journeys and decision tables, look at what came of them"),
    OPS(Group.OPERATIONS, "look after running cases: escalations, promises, handoffs"),
    INTEGRATOR(Group.INTEGRATORS, "open cases and report contacts, as a system would");

    private final Group group;
    private final String may;

    DemoUser(Group group, String may) {
        this.group = group;
        this.may = may;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Group group() {
        return group;
    }

    /** What the user may do, in words. */
    String may() {
        return may;
    }
}
