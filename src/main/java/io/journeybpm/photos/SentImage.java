package io.journeybpm.photos;

import io.journeybpm.photos.PhotoRefused.Why;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * An image as a stranger sent it. Its size is read before anything of it is decoded, and of a large one only every
 * second or third pixel is: what claims to be a field of 60,000 by 60,000 pixels costs nothing.
 *
 * @param pixels of it, as they were sent
 * @param held how the phone was held
 */
record SentImage(BufferedImage pixels, Orientation held) {

    /** No phone takes more; the page sends a tenth of it. */
    private static final long MOST_PIXELS = 64_000_000;

    private static final int MOST_EDGE = 20_000;

    /** The longest edge that is decoded as it is, in pixels: that of a phone's usual photo, and 50 MB. */
    private static final int WHOLE_EDGE = 4096;

    /** How an image begins, whatever its name or its sender says. */
    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            "png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

    /**
     * Decodes an image.
     *
     * @throws PhotoRefused if it is of another kind, or too large
     * @throws IOException if it is broken
     */
    static SentImage decode(byte[] sent) throws IOException {
        ImageReader reader = readerOf(sent);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MOST_EDGE || height > MOST_EDGE || (long) width * height > MOST_PIXELS) {
                throw new PhotoRefused(
                        Why.TOO_LARGE,
                        "the photo has " + width + " × " + height + " pixels, more than can be looked at here");
            }
            ImageReadParam sparse = reader.getDefaultReadParam();
            int step = (Math.max(width, height) + WHOLE_EDGE - 1) / WHOLE_EDGE;
            sparse.setSourceSubsampling(step, step, 0, 0);
            return new SentImage(reader.read(0, sparse), orientation(sent));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader readerOf(byte[] sent) {
        Iterator<ImageReader> readers = BEGINNINGS.entrySet().stream()
                .filter(each -> begins(sent, each.getValue()))
                .map(each -> ImageIO.getImageReadersByFormatName(each.getKey()))
                .filter(Iterator::hasNext)
                .findFirst()
                .orElseThrow(() -> new PhotoRefused(Why.NOT_A_PHOTO, "the photo is neither a JPEG nor a PNG"));
        return readers.next();
    }

    private static boolean begins(byte[] sent, byte[] beginning) {
        return sent.length > beginning.length
                && Arrays.equals(sent, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** The same pixels, or fewer of them, upright. */
    BufferedImage upright(BufferedImage scaled) {
        return ExifFilterUtils.getFilterForOrientation(held).apply(scaled);
    }

    /** A photo whose marks can't be read stays as it is. */
    private static Orientation orientation(byte[] sent) {
        ImageReader reader = readerOf(sent);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(input, true, false);
            Orientation told = ExifUtils.getExifOrientation(reader, 0);
            return told == null ? Orientation.TOP_LEFT : told;
        } catch (IOException | RuntimeException unread) {
            return Orientation.TOP_LEFT;
        } finally {
            reader.dispose();
        }
    }
}
