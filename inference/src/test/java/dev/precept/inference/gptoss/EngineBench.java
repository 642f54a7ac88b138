package dev.precept.inference.gptoss;

import com.sun.management.OperatingSystemMXBean;
import dev.precept.inference.engine.Continuation;
import dev.precept.inference.engine.Generation;
import dev.precept.inference.engine.Outcome;
import dev.precept.inference.engine.Request;
import dev.precept.inference.engine.Request.Priority;
import dev.precept.inference.engine.SlotEngine;
import dev.precept.inference.engine.Tokens;
import dev.precept.inference.export.Exporter;
import dev.precept.inference.export.Precision;
import dev.precept.inference.harmony.Prompt;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.sampling.Logits;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

/// Prints what the prefix cache and the batch gain on a model of random weights; asserts nothing.
///
/// Rates are per second of the clock, for a quiet machine, or per second of processor time, which
/// holds on a machine that does other things too; then use one thread, since several wait for each
/// other while they count.
///
/// Arguments: a `config.json`, a folder for the model (kept between runs), a precision, threads,
/// and `clock` or `processor`.
final class EngineBench {

    private static final int CONTENTS = 64;
    private static final int POLICY = 2_000;
    private static final int CONTENT = 60;
    private static final int TOKENS = 32;
    private static final PrintStream OUT = System.out;

    private static boolean byClock;

    private EngineBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        if (!Files.exists(folder.resolve("genai_config.json"))) {
            var order = new Exporter.Order("random", Precision.of(arguments[2]), folder);
            Exporter.random(Path.of(arguments[0]), 1, order, (_, _, _) -> {});
        }
        int threads = Integer.parseInt(arguments[3]);
        byClock = "clock".equals(arguments[4]);
        var model = ModelFolder.read(folder);
        prefixes(model, threads);
        batches(model, threads);
    }

    private static void prefixes(ModelFolder model, int threads) throws Exception {
        int[] policy = new Random(1).ints(POLICY, 0, model.vocabulary()).toArray();
        double with = contentsPerSecond(model, threads, policy, 1L << 30, CONTENTS);
        double without = contentsPerSecond(model, threads, policy, 0, CONTENTS / 16);
        OUT.printf(
                "%d contents of %d tokens, one answer token each, under a policy of %d tokens:"
                        + " %.2f/s with the prefix cache, %.2f/s without: %.1f times%n",
                CONTENTS, CONTENT, POLICY, with, without, with / without);
    }

    private static double contentsPerSecond(
            ModelFolder model, int threads, int[] policy, long prefixBytes, int contents)
            throws Exception {
        try (var engine = start(model, threads, 4, prefixBytes)) {
            var random = new Random(2);
            run(engine, policy, random, 1, 1);
            long start = nanos();
            run(engine, policy, random, contents, 1);
            return contents * 1e9 / (nanos() - start);
        }
    }

    private static void batches(ModelFolder model, int threads) throws Exception {
        double alone = 0;
        for (int rows : new int[] {1, 4, 8, 16}) {
            try (var engine = start(model, threads, rows, 0)) {
                run(engine, new int[0], new Random(3), rows, 8);
                // Twice the same but for the tokens after the first: their difference is decoding
                // only.
                long empty = timed(engine, rows, 1);
                long full = timed(engine, rows, 1 + TOKENS);
                double rate = rows * TOKENS * 1e9 / (full - empty);
                alone = rows == 1 ? rate : alone;
                var figures = engine.figures();
                OUT.printf(
                        "decode, %2d rows: %6.1f tokens/s, %.2f times one row; outside the model %.1f %%%n",
                        rows,
                        rate,
                        rate / alone,
                        100.0
                                * (figures.busyNanos() - figures.decoderNanos())
                                / figures.busyNanos());
            }
        }
    }

    /// The best of three: what else the machine does only ever adds.
    private static long timed(SlotEngine engine, int rows, int tokens) throws Exception {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long start = nanos();
            run(engine, new int[0], new Random(4), rows, tokens);
            best = Math.min(best, nanos() - start);
        }
        return best;
    }

    private static long nanos() {
        if (byClock) {
            return System.nanoTime();
        }
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static SlotEngine start(ModelFolder model, int threads, int rows, long prefixBytes) {
        return OrtModel.start(
                model, new OrtModel.Options(threads, rows, 2_304, 256, 0, prefixBytes));
    }

    private static void run(
            SlotEngine engine, int[] policy, Random random, int contents, int tokens)
            throws Exception {
        var running = new ArrayList<Generation>();
        for (int i = 0; i < contents; i++) {
            int[] content = random.ints(CONTENT, 0, 1_000).toArray();
            running.add(
                    engine.submit(
                            new Request(
                                    new Prompt(policy, content),
                                    new Writing(tokens),
                                    tokens,
                                    Priority.NORMAL,
                                    Duration.ofHours(1))));
        }
        for (var generation : running) {
            if (!(generation.await() instanceof Outcome.Finished)) {
                throw new IllegalStateException(generation.await().toString());
            }
        }
    }

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
