package dev.precept.registry.rollout;

import dev.precept.contracts.intake.ItemId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Where items fall among [#COUNT], as the database's `rollout_bucket` computes it: the first 32
/// bits of an MD5. It spreads; it protects nothing.
final class Bucket {

    static final int COUNT = 10_000;

    private Bucket() {}

    /// Whether the item is among those that the alias's shadow judges. Drawn apart from the canary,
    /// since a shadow sees only what the canary left to the stable version.
    static boolean inShadow(ItemId item, String slug, String alias, int share) {
        return of(item, slug, alias + "#shadow") < share * (COUNT / 100);
    }

    static int of(ItemId item, String slug, String alias) {
        try {
            var text = slug + "@" + alias + ":" + item;
            var hash =
                    MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), COUNT);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has MD5", missing);
        }
    }
}
