package dev.precept.inference;

/// A change of a policy's text that a model proposes: for its author to read, change or drop.
///
/// @param place the id of the rule that gets the wording, or [WordingContract#NEW_VIOLATES] or
///   [WordingContract#NEW_SAFE]
/// @param text of the whole rule, without its id, on one line
/// @param why what misled the verdicts, as far as the model can tell; empty if it does not say
/// @param read corrections that the model was shown: the first ones
/// @param account how it came about
public record Wording(String place, String text, String why, int read, Account account) {

    /// Shows no text: it may quote content, whatever the model was asked for.
    @Override
    public String toString() {
        return "Wording[" + place + ", " + text.length() + " characters]";
    }
}
