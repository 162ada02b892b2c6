package io.journeybpm.links;

import io.journeybpm.ledger.Link;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in an address: 128 random bits that name a link, then the first 128 bits of an HMAC-SHA256 of them and of
 * the purpose. 43 characters, so that it fits into a text message; only letters, digits, hyphens and underscores, so that
 * no program that makes texts into links cuts it.
 */
final class Tokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;
    private static final int LENGTH = 43;
    private static final Base64.Encoder WRITER = Base64.getUrlEncoder().withoutPadding();

    private final Supplier<String> key;
    private final SecureRandom random = new SecureRandom();

    Tokens(Supplier<String> key) {
        this.key = key;
    }

    /** An id for a new link. */
    String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return WRITER.encodeToString(id);
    }

    /** What opens the page of that purpose for that link. */
    String sign(String id, Link.Purpose purpose) {
        byte[] named = Base64.getUrlDecoder().decode(id);
        byte[] token = Arrays.copyOf(named, ID_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature(named, purpose), 0, token, ID_BYTES, SIGNATURE_BYTES);
        return WRITER.encodeToString(token);
    }

    /** The id of the link a token opens; empty for what we didn't sign for this purpose. */
    Optional<String> read(String token, Link.Purpose purpose) {
        if (token.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        byte[] signed = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        return MessageDigest.isEqual(signed, signature(id, purpose))
                ? Optional.of(WRITER.encodeToString(id))
                : Optional.empty();
    }

    private byte[] signature(byte[] id, Link.Purpose purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.get().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(purpose.word().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(id), SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** A key as good as any. */
    static String newKey() {
        byte[] made = new byte[ID_BYTES + SIGNATURE_BYTES];
        new SecureRandom().nextBytes(made);
        return WRITER.encodeToString(made);
    }
}
