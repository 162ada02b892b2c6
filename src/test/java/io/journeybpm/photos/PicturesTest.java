package io.journeybpm.photos;

import static io.journeybpm.testing.PhotoFixtures.claiming;
import static io.journeybpm.testing.PhotoFixtures.fromAPhone;
import static io.journeybpm.testing.PhotoFixtures.halves;
import static io.journeybpm.testing.PhotoFixtures.joined;
import static io.journeybpm.testing.PhotoFixtures.jpeg;
import static io.journeybpm.testing.PhotoFixtures.png;
import static io.journeybpm.testing.PhotoFixtures.read;
import static io.journeybpm.testing.PhotoFixtures.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.journeybpm.ledger.Photo.Picture;
import io.journeybpm.photos.PhotoRefused.Why;
import io.journeybpm.testing.PhotoFixtures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What strangers send as a photo")
class PicturesTest {

    private static final int MILLION = 1_000_000;

    private final Pictures pictures = new Pictures();

    private static String text(byte[] picture) {
        return new String(picture, StandardCharsets.ISO_8859_1);
    }

    private static boolean isNearly(int rgb, Color wanted) {
        Color seen = new Color(rgb);
        return Math.abs(seen.getRed() - wanted.getRed())
                        + Math.abs(seen.getGreen() - wanted.getGreen())
                        + Math.abs(seen.getBlue() - wanted.getBlue())
                < 40;
    }

    @Test
    void isKeptUprightAndWithoutWhereItWasTaken() {
        byte[] sent = fromAPhone(2400, 1200);
        assertThat(text(sent)).contains(PhotoFixtures.SECRET);

        Picture kept = pictures.read(sent);

        assertThat(text(kept.content()) + text(kept.small()))
                .doesNotContain(PhotoFixtures.SECRET)
                .doesNotContain("Exif");
        assertThat(kept.width()).isEqualTo(800);
        assertThat(kept.height()).isEqualTo(1600);
        BufferedImage upright = read(kept.content());
        assertThat(isNearly(upright.getRGB(400, 100), Color.RED)).isTrue();
        assertThat(isNearly(upright.getRGB(400, 1500), Color.BLUE)).isTrue();
        BufferedImage small = read(kept.small());
        assertThat(small.getWidth()).isEqualTo(160);
        assertThat(small.getHeight()).isEqualTo(320);
    }

    @Test
    void isNotMadeLargerThanItIs() {
        Picture kept = pictures.read(png(300, 200));
        assertThat(kept.width()).isEqualTo(300);
        assertThat(read(kept.small()).getWidth()).isEqualTo(300);
        assertThat(text(kept.content())).startsWith("\u00ff\u00d8\u00ff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<?php system($_GET['c']); ?>",
                "PK\u0003\u0004 and a zip of its own"
            })
    void keepsNothingThatHidesBehindThePicture(String hidden) {
        assertThat(text(pictures.read(joined(jpeg(400, 300), hidden)).content()))
                .doesNotContain(hidden);
        assertThat(text(pictures.read(joined(png(400, 300), hidden)).content())).doesNotContain(hidden);
    }

    @ParameterizedTest
    @ValueSource(ints = {60_000, 8_001})
    void isNotDecodedWhereItClaimsToBeAField(int edge) {
        assertThatExceptionOfType(PhotoRefused.class)
                .isThrownBy(() -> pictures.read(claiming(edge, edge)))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.TOO_LARGE))
                .withMessageContaining(edge + " × " + edge);
    }

    @Test
    void isNotReadBeyondEightMegabytes() {
        assertThatExceptionOfType(PhotoRefused.class)
                .isThrownBy(() -> pictures.read(new byte[Pictures.MOST_BYTES + 1]))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.TOO_LARGE));
    }

    static Stream<byte[]> noPhotos() {
        byte[] whole = jpeg(400, 300);
        byte[] png = png(400, 300);
        return Stream.of(
                new byte[0],
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
                "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".getBytes(StandardCharsets.UTF_8),
                "<!doctype html><p>".getBytes(StandardCharsets.UTF_8),
                written(halves(40, 30, BufferedImage.TYPE_INT_RGB), "gif"),
                written(halves(40, 30, BufferedImage.TYPE_INT_RGB), "bmp"),
                joined(Arrays.copyOf(whole, 30), "and then nothing of a photo"),
                Arrays.copyOf(png, 40));
    }

    @ParameterizedTest
    @MethodSource("noPhotos")
    void isRefusedWhereItIsNone(byte[] sent) {
        assertThatExceptionOfType(PhotoRefused.class)
                .isThrownBy(() -> pictures.read(sent))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.NOT_A_PHOTO));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_INT_ARGB
            })
    void mayHaveOtherColoursThanAPhoneSees(int type) {
        Picture kept = pictures.read(written(halves(2000, 1000, type), "png"));
        assertThat(kept.width()).isEqualTo(1600);
        assertThat(read(kept.content()).getHeight()).isEqualTo(800);
    }

    @Test
    void isOnWhitePaperWhereItIsTransparent() {
        BufferedImage nothing = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
        byte[] kept = pictures.read(written(nothing, "png")).content();
        assertThat(isNearly(read(kept).getRGB(25, 25), Color.WHITE)).isTrue();
    }

    @Test
    void takesNoMoreThanAMegabyteHoweverItLooks() {
        BufferedImage noise = new BufferedImage(1600, 1600, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < noise.getWidth(); x++) {
            for (int y = 0; y < noise.getHeight(); y++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        assertThat(pictures.read(written(noise, "jpg")).content().length).isLessThanOrEqualTo(MILLION);
    }
}
