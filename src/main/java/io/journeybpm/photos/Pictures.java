package io.journeybpm.photos;

import io.journeybpm.ledger.Photo.Picture;
import io.journeybpm.photos.PhotoRefused.Why;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.resizers.configurations.Antialiasing;

/**
 * Makes pictures out of what strangers send. What is kept was drawn here, pixel by pixel: where it was taken, on which
 * device, and whatever hides behind the picture is gone.
 */
public final class Pictures {

    /** The most bytes of a photo as it is sent; phones make 3 to 6 MB. */
    public static final int MOST_BYTES = 8 << 20;

    /** The longer edge of a photo as it is kept, in pixels: enough to read a type plate. */
    static final int EDGE = 1600;

    /** The longer edge of a photo in a list, in pixels. */
    static final int SMALL_EDGE = 320;

    /** What the ledger takes of one photo, in bytes. */
    private static final int MOST_KEPT = 1_000_000;

    /** Each worse than the one before; the last one is small enough for noise. */
    private static final double[] QUALITIES = {0.82, 0.65, 0.45, 0.2, 0.05};

    /** Each picture that is being decoded takes some 50 MB; the others wait. */
    private static final int AT_ONCE = 2;

    private final Semaphore desk = new Semaphore(AT_ONCE);

    /**
     * Reads a photo and draws it anew, upright, in the sizes it is kept in.
     *
     * @param sent JPEG or PNG
     * @throws PhotoRefused if it is neither, or too large
     */
    public Picture read(byte[] sent) {
        if (sent.length > MOST_BYTES) {
            throw new PhotoRefused(Why.TOO_LARGE, "the photo is larger than " + (MOST_BYTES >> 20) + " MB");
        }
        desk.acquireUninterruptibly();
        try {
            SentImage image = SentImage.decode(sent);
            BufferedImage large = onPaper(image.upright(within(image.pixels(), EDGE)));
            return new Picture(jpeg(large), jpeg(within(large, SMALL_EDGE)), large.getWidth(), large.getHeight());
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof PhotoRefused refused) {
                throw refused;
            }
            // decoders fail in many ways at what was made to make them fail
            throw new PhotoRefused(Why.NOT_A_PHOTO, "the photo can't be read; it may be broken");
        } finally {
            desk.release();
        }
    }

    /** Without transparency, which a JPEG hasn't got. */
    private static BufferedImage onPaper(BufferedImage image) {
        BufferedImage paper = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        try {
            pen.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return paper;
    }

    private static BufferedImage within(BufferedImage image, int edge) throws IOException {
        return Math.max(image.getWidth(), image.getHeight()) <= edge
                ? image
                : Thumbnails.of(image)
                        .size(edge, edge)
                        .antialiasing(Antialiasing.ON)
                        .asBufferedImage();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        byte[] written = {};
        for (double quality : QUALITIES) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Thumbnails.of(image)
                    .scale(1)
                    .outputFormat("jpg")
                    .outputQuality(quality)
                    .toOutputStream(out);
            written = out.toByteArray();
            if (written.length <= MOST_KEPT) {
                return written;
            }
        }
        throw new PhotoRefused(Why.TOO_LARGE, "the photo stays too large however it is kept: " + written.length);
    }
}
