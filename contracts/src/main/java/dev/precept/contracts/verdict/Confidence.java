package dev.precept.contracts.verdict;

/// How sure the engine is of its outcome, and how it knows.
///
/// @param value between 0 and 1
public record Confidence(double value, Source source) {

    public Confidence {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("confidence " + value + " is outside 0..1");
        }
    }

    /// Where a confidence comes from: figures of different sources do not compare.
    public enum Source {
        /// The logistic of the similarity margin between violating and allowed clauses.
        SIMILARITY_MARGIN,
        /// The probability of the label's token among the allowed labels.
        LABEL_LOGITS,
        /// The model's own statement.
        STATED,
        /// The engine gives none.
        NONE
    }
}
