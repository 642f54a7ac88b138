package dev.precept.inference.bench;

import dev.precept.inference.engine.Continuation;
import dev.precept.inference.engine.DecoderException;
import dev.precept.inference.engine.Generation;
import dev.precept.inference.engine.Outcome;
import dev.precept.inference.engine.RefusedException;
import dev.precept.inference.engine.Request;
import dev.precept.inference.engine.Request.Priority;
import dev.precept.inference.engine.SlotEngine;
import dev.precept.inference.engine.Tokens;
import dev.precept.inference.harmony.Prompt;
import dev.precept.inference.sampling.Logits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

/// Contents of random tokens under one policy, all handed to an engine at once.
record Load(SlotEngine engine, int[] policy, int contentTokens, int vocabulary) {

    private static final Duration PATIENCE = Duration.ofHours(1);

    /// Waits until every content has its answer of so many tokens.
    ///
    /// @throws DecoderException if one has none
    void run(int contents, int tokens) throws InterruptedException {
        var random = new Random(contents);
        var running = new ArrayList<Generation>();
        for (int i = 0; i < contents; i++) {
            int[] content = random.ints(contentTokens, 0, vocabulary).toArray();
            running.add(submit(content, tokens));
        }
        for (var generation : running) {
            var outcome = generation.await();
            if (!(outcome instanceof Outcome.Finished)) {
                throw new DecoderException("a content of the bench was not answered: " + outcome);
            }
        }
    }

    private Generation submit(int[] content, int tokens) {
        var prompt = new Prompt(policy, content);
        var writing = new Writing(tokens);
        try {
            return engine.submit(new Request(prompt, writing, tokens, Priority.NORMAL, PATIENCE));
        } catch (RefusedException refused) {
            throw new DecoderException("a content of the bench was refused", refused);
        }
    }

    /// Writes the likeliest tokens, so many.
    private static final class Writing implements Continuation {

        private int left;

        Writing(int left) {
            this.left = left;
        }

        @Override
        public void next(Logits logits, Tokens tokens) {
            if (left-- > 0) {
                tokens.add(logits.best());
            }
        }
    }
}
