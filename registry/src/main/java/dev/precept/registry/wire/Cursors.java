package dev.precept.registry.wire;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads cursors, which come back from outside and may be anything by then.
public final class Cursors {

    private Cursors() {}

    /// @param start for a list without a cursor
    /// @throws PreceptException `invalid-argument` if it is no number
    public static long number(@Nullable String cursor, long start) {
        return cursor == null ? start : read(cursor, Long::parseLong);
    }

    /// @return 0 without a cursor
    /// @throws PreceptException `invalid-argument` if it is no position
    public static int position(@Nullable String cursor) {
        return position(cursor, 0);
    }

    /// @param start for a list without a cursor
    /// @throws PreceptException `invalid-argument` if it is no position
    public static int position(@Nullable String cursor, int start) {
        return cursor == null ? start : read(cursor, Integer::parseInt);
    }

    /// @return null without a cursor
    /// @throws PreceptException `invalid-argument` if it is no id
    public static @Nullable UUID id(@Nullable String cursor) {
        return cursor == null ? null : read(cursor, UUID::fromString);
    }

    /// @return an empty one without a cursor
    /// @throws PreceptException `invalid-argument` if it is no slug
    public static String slug(@Nullable String cursor) {
        if (cursor != null && !cursor.matches("[a-z0-9-]{2,63}")) {
            throw refused();
        }
        return cursor == null ? "" : cursor;
    }

    public static PreceptException refused() {
        return new PreceptException(
                ErrorCode.INVALID_ARGUMENT,
                "The cursor is not one that this list gave; start without one.");
    }

    private static <T> T read(String cursor, Function<String, T> reading) {
        try {
            return reading.apply(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw refused();
        }
    }
}
