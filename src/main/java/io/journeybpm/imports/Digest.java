package io.journeybpm.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fingerprints of texts, the same on every machine and at every time. */
final class Digest {

    private Digest() {}

    /** The first hexadecimal digits of a text's fingerprint. */
    static String hex(String text, int digits) {
        return HexFormat.of().formatHex(sha256(text), 0, digits / 2);
    }

    /** A text's fingerprint as a number. */
    static long number(String text) {
        return ByteBuffer.wrap(sha256(text)).getLong();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
