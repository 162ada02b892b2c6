package io.journeybpm.photos;

/** What was sent can't be kept as a photo. Nothing was written. */
public final class PhotoRefused extends RuntimeException {

    private final Why why;

    PhotoRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** Why a photo is refused. */
    public enum Why {
        /** More bytes, or more pixels, than anybody needs. */
        TOO_LARGE,
        /** Neither a JPEG nor a PNG, or a broken one. */
        NOT_A_PHOTO
    }

    /** Why it was refused. */
    public Why why() {
        return why;
    }
}
