package io.journeybpm.pages;

/** What a page of ours lets a browser load and run. */
public final class ContentPolicy {

    /** Scripts and styles in files of this application, pictures and requests to it, and nothing else; never in a frame. */
    public static final String OWN_FILES = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ContentPolicy() {}
}
