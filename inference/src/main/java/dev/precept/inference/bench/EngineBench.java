package dev.precept.inference.bench;

import dev.precept.inference.engine.SlotEngine;
import java.util.Random;

/// Measures one engine after the other, each with random tokens, by the clock.
///
/// Everything is run three times and the best is kept: what else a machine does only ever adds.
/// Tokens are random because a model takes the same time for any.
public final class EngineBench {

    private static final int ROUNDS = 3;
    private static final int CONTENT = 60;
    private static final int ANSWER = 32;
    private static final int WARM_UP = 8;

    private final Engines engines;
    private final int vocabulary;

    /// Starts an engine with so many rows and so many bytes for prefixes.
    @FunctionalInterface
    public interface Engines {
        SlotEngine start(int rows, long prefixBytes);
    }

    /// @param vocabulary of the model that the engines run
    public EngineBench(Engines engines, int vocabulary) {
        this.engines = engines;
        this.vocabulary = vocabulary;
    }

    /// Contents a second that share a policy, where the policy is computed once and where it is
    /// computed each time.
    ///
    /// @param tokens of the policy
    /// @param policyTokensPerSecond of prefill, as it went without the cache
    public record PrefixGain(
            int tokens, double with, double without, double policyTokensPerSecond) {

        public double times() {
            return with / without;
        }
    }

    /// Tokens a second that so many rows write together.
    ///
    /// @param outsideTheModel share of the time that the engine itself takes, 0 to 1
    public record DecodeRate(int rows, double tokensPerSecond, double outsideTheModel) {}

    /// @param contents that share the policy; a sixteenth of them, at least two, is measured
    ///   without the cache
    public PrefixGain prefixes(int policyTokens, int contents) throws InterruptedException {
        int[] policy = new Random(1).ints(policyTokens, 0, vocabulary).toArray();
        int few = Math.max(2, contents / 16);
        double with = contentsPerSecond(policy, 1L << 30, contents);
        double without = contentsPerSecond(policy, 0, few);
        return new PrefixGain(policyTokens, with, without, without * (policyTokens + CONTENT));
    }

    private double contentsPerSecond(int[] policy, long prefixBytes, int contents)
            throws InterruptedException {
        try (var engine = engines.start(4, prefixBytes)) {
            var load = new Load(engine, policy, CONTENT, vocabulary);
            load.run(1, 1);
            return contents * 1e9 / best(load, contents, 1);
        }
    }

    /// What remains is decoding: the same prompts are run with one token and with many.
    public DecodeRate decode(int rows) throws InterruptedException {
        try (var engine = engines.start(rows, 0)) {
            var load = new Load(engine, new int[0], CONTENT, vocabulary);
            load.run(rows, WARM_UP);
            long one = best(load, rows, 1);
            long many = best(load, rows, 1 + ANSWER);
            var figures = engine.figures();
            return new DecodeRate(
                    rows,
                    rows * ANSWER * 1e9 / (many - one),
                    1 - (double) figures.decoderNanos() / figures.busyNanos());
        }
    }

    private static long best(Load load, int contents, int tokens) throws InterruptedException {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            load.run(contents, tokens);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
