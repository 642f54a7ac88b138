package dev.precept.inference.engine;

import java.time.Duration;

/// How a generation ended.
public sealed interface Outcome {

    /// The continuation added nothing more.
    record Finished(Usage usage) implements Outcome {}

    /// The caller did not want it any more.
    record Cancelled() implements Outcome {}

    /// The caller's patience ended first.
    record Expired(Duration after) implements Outcome {}

    /// The model or the continuation failed; others were not affected.
    record Failed(RuntimeException cause) implements Outcome {}

    /// What a finished generation took.
    ///
    /// @param prompt tokens of the prompt
    /// @param cached those of them that came from a snapshot
    /// @param generated tokens that the continuation added
    record Usage(
            int prompt,
            int cached,
            int generated,
            Duration queued,
            Duration prefill,
            Duration decode) {}
}
