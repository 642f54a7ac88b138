package dev.precept.inference.verdict;

import dev.precept.inference.Judgement.ConfidenceSource;
import org.jspecify.annotations.Nullable;

/// How sure a model was, and where that comes from.
///
/// @param value between 0 and 1
/// @param allowedMass probability of well-formed answers at the deciding token, between 0 and 1
public record Certainty(double value, double allowedMass, ConfidenceSource source) {

    /// From the logits of the deciding token.
    ///
    /// @param value probability of what was chosen
    public static Certainty measured(double value, double allowedMass) {
        return new Certainty(value, allowedMass, ConfidenceSource.LABEL_LOGITS);
    }

    /// From a word of the model: `low`, `medium` or `high`; from anything else nothing is known.
    public static Certainty stated(@Nullable String word) {
        return switch (word) {
            case "high" -> new Certainty(0.9, 1, ConfidenceSource.STATED);
            case "medium" -> new Certainty(0.7, 1, ConfidenceSource.STATED);
            case "low" -> new Certainty(0.5, 1, ConfidenceSource.STATED);
            case null, default -> new Certainty(0, 1, ConfidenceSource.NONE);
        };
    }
}
