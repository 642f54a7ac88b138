package dev.precept.inference;

import dev.precept.prompt.Passage;
import java.util.Optional;
import java.util.Set;

/// Applies a policy to a content.
///
/// Implementations are safe for use by many threads; [#capacity] says how many calls at a time are
/// useful. A call blocks until the judgement is there; interrupting the thread cancels it.
public interface Classifier extends AutoCloseable {

    /// What answers, with everything that a repetition needs.
    Model model();

    /// How many calls at a time keep the engine busy, at least 1.
    int capacity();

    /// @param wish served as far as the engine can
    /// @throws ClassificationException if there is no judgement; other calls are not affected
    /// @throws InterruptedException if the calling thread was interrupted
    Judgement classify(Policy policy, Passage passage, Wish wish)
            throws ClassificationException, InterruptedException;

    /// As [#classify(Policy, Passage, Wish)], in turn and in silence.
    default Judgement classify(Policy policy, Passage passage)
            throws ClassificationException, InterruptedException {
        return classify(policy, passage, Wish.NONE);
    }

    /// Digests of the policies from which work starts at once, since their computation is kept.
    default Set<String> warmPolicies() {
        return Set.of();
    }

    /// What proposes wordings with the same model; nothing of an engine that writes no text.
    default Optional<WordingWriter> writer() {
        return Optional.empty();
    }

    /// Releases native memory; no call may run any more.
    @Override
    void close();
}
