package io.journeybpm.server.demo;

import java.util.Locale;

/** Who works on the cases. They are names on tasks: none of them can log in. */
enum Cast {
    METTE("handler"),
    JENS("handler"),
    FINN("leak-finder"),
    POUL("plumber"),
    DORA("drying-firm"),
    SAM("assessor"),
    CARL("carpenter"),
    EVA("electrician"),
    PIA("painter");

    private final String party;

    Cast(String party) {
        this.party = party;
    }

    String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    String party() {
        return party;
    }
}
