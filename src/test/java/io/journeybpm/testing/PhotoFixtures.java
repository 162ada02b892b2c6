package io.journeybpm.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos as phones take them, and what others send instead. */
public final class PhotoFixtures {

    /** Stands in the marks of {@link #fromAPhone}, as a phone writes who and where. */
    public static final String SECRET = "55.6761N 12.5683E serial 4711";

    private static final int AFTER_START = 2;
    /** What Java writes first, and phones write their marks instead of. */
    private static final int AFTER_JFIF = 20;

    private static final int EXIF_ORIENTATION = 0x0112;
    private static final int EXIF_DESCRIPTION = 0x010e;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    /** Held upright: to be turned by a quarter to the right. */
    private static final int TURNED_RIGHT = 6;

    private PhotoFixtures() {}

    /** A JPEG, its left half red and its right half blue. */
    public static byte[] jpeg(int width, int height) {
        return written(halves(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    /** The same as a PNG. */
    public static byte[] png(int width, int height) {
        return written(halves(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** An image in two colours. */
    public static BufferedImage halves(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    /** A JPEG with the marks of a phone: how it was held, and {@link #SECRET}. */
    public static byte[] fromAPhone(int width, int height) {
        byte[] plain = jpeg(width, height);
        byte[] text = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        int directory = 8;
        int textAt = directory + 2 + 2 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(textAt + text.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        tiff.putShort((short) 2);
        tiff.putShort((short) EXIF_DESCRIPTION)
                .putShort((short) ASCII)
                .putInt(text.length)
                .putInt(textAt);
        tiff.putShort((short) EXIF_ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1)
                .putInt(TURNED_RIGHT);
        tiff.putInt(0).put(text);
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer mark = ByteBuffer.allocate(4 + name.length + tiff.capacity());
        mark.put((byte) 0xff).put((byte) 0xe1).putShort((short) (2 + name.length + tiff.capacity()));
        mark.put(name).put(tiff.array());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(plain, 0, AFTER_START);
        all.writeBytes(mark.array());
        all.write(plain, AFTER_JFIF, plain.length - AFTER_JFIF);
        return all.toByteArray();
    }

    /** A PNG of a few bytes that says it has this many pixels. */
    public static byte[] claiming(int width, int height) {
        byte[] small = png(2, 2);
        ByteBuffer header = ByteBuffer.wrap(small);
        int start = 12;
        int length = 17;
        header.putInt(start + 4, width).putInt(start + 8, height);
        CRC32 sum = new CRC32();
        sum.update(small, start, length);
        header.putInt(start + length, (int) sum.getValue());
        return small;
    }

    /** One after the other. */
    public static byte[] joined(byte[] first, String then) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(then.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    public static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
