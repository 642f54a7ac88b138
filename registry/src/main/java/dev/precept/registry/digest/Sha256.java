package dev.precept.registry.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, which every JVM has.
public final class Sha256 {

    private Sha256() {}

    /// One that has read nothing yet, for what comes in pieces.
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Of the text in UTF-8.
    public static byte[] of(String text) {
        return begin().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Of the text in UTF-8, in hex.
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /// Of the bytes, in hex.
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(begin().digest(bytes));
    }
}
