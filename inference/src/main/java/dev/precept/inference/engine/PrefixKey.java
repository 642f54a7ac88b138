package dev.precept.inference.engine;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names a prefix by the SHA-256 of its token ids, four bytes each, big-endian.
public record PrefixKey(String sha256) {

    public static PrefixKey of(int[] ids) {
        var bytes = ByteBuffer.allocate(ids.length * Integer.BYTES);
        bytes.asIntBuffer().put(ids);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return new PrefixKey(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
