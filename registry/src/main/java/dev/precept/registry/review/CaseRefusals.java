package dev.precept.registry.review;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.review.CaseId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a person cannot have a case. Whoever else holds it is not named.
final class CaseRefusals {

    private CaseRefusals() {}

    static PreceptException unknown(CaseId id) {
        return new PreceptException(ErrorCode.NOT_FOUND, "There is no case " + id + ".");
    }

    static PreceptException decided(CaseId id) {
        return new PreceptException(
                ErrorCode.WRONG_STATE,
                "Case " + id + " is decided already, and a case is decided once. Take another.");
    }

    static PreceptException escalatedByYou(CaseId id) {
        return new PreceptException(
                ErrorCode.FOUR_EYES,
                "You escalated case "
                        + id
                        + ", so another review-lead must decide it. Take another case.");
    }

    static PreceptException taken(CaseId id, Instant until) {
        return new PreceptException(
                ErrorCode.CASE_TAKEN,
                "Another person holds case "
                        + id
                        + " until "
                        + seconds(until)
                        + ". Take another one, or come back then.",
                Map.of("claimExpiresAt", until.toString()));
    }

    /// @param expired when the person's own claim ended, if it is the last one
    static PreceptException notHeld(CaseId id, @Nullable Instant expired) {
        return new PreceptException(
                ErrorCode.CLAIM_EXPIRED,
                expired == null
                        ? "You do not hold case " + id + ". Claim it first."
                        : "Your claim on case "
                                + id
                                + " expired at "
                                + seconds(expired)
                                + ". Claim it again.");
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
