package dev.precept.inference.engine;

import dev.precept.inference.engine.Outcome.Usage;
import dev.precept.inference.sampling.Logits;
import java.time.Duration;

/// A generation that has a row: how far it is, and what it appends next. For the engine's thread.
final class Slot {

    private final Generation generation;
    private final int[] prompt;
    private final Tokens pending = new Tokens();
    private final long admitted;
    private int row;
    private int length;
    private int cached;
    private int generated;
    private long decoding;

    Slot(Generation generation, int row, long now) {
        this.generation = generation;
        this.prompt = generation.request().prompt().ids();
        this.row = row;
        this.admitted = now;
    }

    Generation generation() {
        return generation;
    }

    int row() {
        return row;
    }

    void moveTo(int other) {
        row = other;
    }

    /// Positions that are filled.
    int length() {
        return length;
    }

    void grow(int tokens) {
        length += tokens;
    }

    void startBehind(int positions) {
        length = positions;
        cached = positions;
    }

    int[] prompt() {
        return prompt;
    }

    int prefixLength() {
        return generation.request().prompt().prefix().length;
    }

    boolean isPrefilled() {
        return length >= prompt.length;
    }

    /// Tokens that are chosen and not yet computed.
    Tokens pending() {
        return pending;
    }

    /// Asks the continuation.
    ///
    /// @return whether the sequence goes on
    /// @throws IllegalStateException if it goes on past what the request asked for
    boolean advance(Logits logits, long now) {
        if (generated == 0) {
            decoding = now;
        }
        pending.clear();
        generation.request().continuation().next(logits, pending);
        generated += pending.size();
        if (generated > generation.request().mostTokens()) {
            throw new IllegalStateException(
                    "the continuation added %d tokens, the request allows %d"
                            .formatted(generated, generation.request().mostTokens()));
        }
        return pending.size() > 0;
    }

    Usage usage(long now) {
        return new Usage(
                prompt.length,
                cached,
                generated,
                Duration.ofNanos(admitted - generation.submitted()),
                Duration.ofNanos(decoding - admitted),
                Duration.ofNanos(now - decoding));
    }
}
