package io.journeybpm.accounts;

/** The groups that mean something here. A user's groups are the authorities of a login, by their ids. */
public enum Group {
    /** May do everything. */
    ADMINISTRATORS("camunda-admin", "camunda BPM Administrators"),
    /** Keep the models and tables, and look at what came of them. */
    OWNERS("journey-owners", "Journey owners"),
    /** Look after the running cases. */
    OPERATIONS("journey-operations", "Journey operations"),
    /** Systems that report what happened. */
    INTEGRATORS("journey-integrators", "Journey integrators");

    private final String id;
    private final String title;

    Group(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The id in Camunda's identity service. */
    public String id() {
        return id;
    }

    /** What people read. */
    String title() {
        return title;
    }
}
