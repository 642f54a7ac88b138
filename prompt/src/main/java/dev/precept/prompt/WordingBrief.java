package dev.precept.prompt;

import java.util.List;

/// What a model is told that shall propose a better wording.
///
/// @param document the whole policy document
/// @param corrections what people corrected, the most typical first
public record WordingBrief(
        String document, WordingContract contract, List<Correction> corrections) {

    public WordingBrief {
        corrections = List.copyOf(corrections);
    }

    /// A verdict that a person overturned.
    ///
    /// @param said the verdict, for example `VIOLATES SP1`
    /// @param right what the person said instead, in the same form
    /// @param reason in the person's words; empty if none was given
    public record Correction(Passage passage, String said, String right, String reason) {

        /// Shows no content.
        @Override
        public String toString() {
            return "Correction[" + said + " to " + right + "]";
        }
    }

    /// The same with the most typical corrections only.
    public WordingBrief first(int count) {
        return new WordingBrief(document, contract, corrections.subList(0, count));
    }
}
