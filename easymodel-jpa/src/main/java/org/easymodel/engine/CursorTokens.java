package org.easymodel.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes positions in a query into texts that say nothing, and that nobody else can make: AES-GCM, whose associated data is the
 * query. Safe for any number of threads.
 */
final class CursorTokens {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 16_384;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private CursorTokens(byte[] secret) {
        this.key = new SecretKeySpec(secret, "AES");
    }

    /** By a secret that several processes share; without one, by one that ends with this process. */
    static CursorTokens of(Optional<String> secret) {
        return new CursorTokens(secret.map(CursorTokens::digest).orElseGet(() -> random(32)));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    String token(byte[] position, String query) {
        byte[] nonce = random(NONCE);
        byte[] sealed = transform(Cipher.ENCRYPT_MODE, nonce, position, query)
                .orElseThrow(() -> new IllegalStateException("Nothing is verified here"));
        byte[] all = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** The position of a token; empty if it was not made here for this query. */
    Optional<byte[]> position(String token, String query) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (all.length < NONCE + TAG_BITS / 8) {
            return Optional.empty();
        }
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
        byte[] sealed = java.util.Arrays.copyOfRange(all, NONCE, all.length);
        return transform(Cipher.DECRYPT_MODE, nonce, sealed, query);
    }

    private Optional<byte[]> transform(int mode, byte[] nonce, byte[] bytes, String query) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(digest(query));
            return Optional.of(cipher.doFinal(bytes));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }
}
