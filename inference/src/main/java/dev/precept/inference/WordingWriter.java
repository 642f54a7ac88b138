package dev.precept.inference;

import dev.precept.prompt.WordingBrief;

/// Proposes better wordings of policies. Safe for use by many threads; a call blocks until the
/// wording is there, and interrupting the thread cancels it.
public interface WordingWriter {

    /// Corrections that do not fit beside the policy are left out, the last ones first.
    ///
    /// @throws ClassificationException if there is no wording: as for a judgement, and with the
    ///   code `unreadable-wording` if the model's answer names no rule or no text
    /// @throws InterruptedException if the calling thread was interrupted
    Wording write(WordingBrief brief) throws ClassificationException, InterruptedException;
}
