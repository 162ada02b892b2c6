package io.journeybpm.pages;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What tells one text from another without keeping it. */
final class Digests {

    private Digests() {}

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
