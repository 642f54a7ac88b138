package dev.precept.registry.wire;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;

/// Reads the revision that a change is based on from `If-Match`.
public final class Revisions {

    private Revisions() {}

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
