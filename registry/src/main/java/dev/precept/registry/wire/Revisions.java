package dev.precept.registry.wire;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import org.jspecify.annotations.Nullable;

/// Reads the revision that a change is based on from `If-Match`, as [RevisionTags] gave it.
public final class Revisions {

    private Revisions() {}

    /// @return null if nothing was said
    public static @Nullable Integer ifGiven(@Nullable String ifMatch) {
        return ifMatch == null ? null : (Integer) basedOn(ifMatch);
    }

    /// @throws PreceptException `invalid-argument` if it is no revision
    public static int basedOn(String ifMatch) {
        try {
            return Integer.parseInt(ifMatch.replace("\"", ""));
        } catch (NumberFormatException notOurs) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "If-Match is not a revision that this address gave; it is a number.");
        }
    }
}
