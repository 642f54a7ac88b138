package dev.precept.registry.intake;

import dev.precept.registry.wire.Cursors;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a list that is read newest first goes on. Opaque to callers.
///
/// @param part orders rows of the same id, or [#NIL]
record Cursor(Instant at, UUID id, UUID part) {

    static final UUID NIL = new UUID(0, 0);

    private static final UUID LAST = new UUID(-1, -1);
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    /// @param text null for the start of the list
    static Cursor decode(@Nullable String text) {
        if (text == null) {
            return new Cursor(FAR, LAST, LAST);
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var cursor =
                    new Cursor(
                            Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()),
                            new UUID(bytes.getLong(), bytes.getLong()),
                            new UUID(bytes.getLong(), bytes.getLong()));
            if (!bytes.hasRemaining() && cursor.at().isBefore(FAR) && bytes.getLong(0) >= 0) {
                return cursor;
            }
        } catch (IllegalArgumentException | BufferUnderflowException | DateTimeException notOurs) {
            throw Cursors.refused();
        }
        throw Cursors.refused();
    }

    String encode() {
        var bytes =
                ByteBuffer.allocate(44)
                        .putLong(at.getEpochSecond())
                        .putInt(at.getNano())
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(part.getMostSignificantBits())
                        .putLong(part.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
