package dev.precept.inference.gptoss;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.engine.Continuation;
import dev.precept.inference.engine.Generation;
import dev.precept.inference.engine.Outcome;
import dev.precept.inference.engine.Request;
import dev.precept.inference.engine.Request.Priority;
import dev.precept.inference.engine.SlotEngine;
import dev.precept.inference.engine.Tokens;
import dev.precept.inference.export.TinyModels;
import dev.precept.inference.harmony.Prompt;
import dev.precept.inference.sampling.Logits;
import dev.precept.inference.testing.TestDevice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// On a real model: whatever shares the batch, a request writes what it writes alone.
@Timeout(300)
class ScheduleParityTest {

    private static final int SCHEDULES = 500;
    private static final int LENGTH = 12;

    /// Batches of other shapes round differently; ties closer than this may fall either way.
    private static final float TIE = TestDevice.isCuda() ? 0.02f : 1e-4f;

    @TempDir private Path folder;

    private final List<Prompt> prompts = new ArrayList<>();
    private final List<Greedy> alone = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyScheduleWritesWhatEachRequestWritesAlone(boolean windows) throws Exception {
        var config = TinyModels.config(4, 2, 8);
        if (windows) {
            TinyModels.writeWithWindows(config, 9, TestDevice.precision(), folder);
        } else {
            TinyModels.write(config, 9, TestDevice.precision(), folder);
        }
        preparePrompts(config.vocabulary());
        try (var engine = start(1, 128, 0)) {
            for (var prompt : prompts) {
                var greedy = new Greedy(LENGTH);
                assertThat(engine.submit(request(prompt, greedy)).await())
                        .isInstanceOf(Outcome.Finished.class);
                alone.add(greedy);
            }
        }
        for (int seed = 0; seed < SCHEDULES / 50; seed++) {
            var random = new Random(seed);
            try (var engine = start(2 + random.nextInt(4), 5 + random.nextInt(40), 40_000)) {
                for (int round = 0; round < 50; round++) {
                    run(engine, random, "seed " + seed + ", round " + round);
                }
            }
        }
    }

    private void run(SlotEngine engine, Random random, String schedule) throws Exception {
        var running = new ArrayList<Generation>();
        var which = new ArrayList<Integer>();
        var written = new ArrayList<Greedy>();
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            int choice = random.nextInt(prompts.size());
            var greedy = new Greedy(1 + random.nextInt(LENGTH));
            running.add(engine.submit(request(prompts.get(choice), greedy)));
            which.add(choice);
            written.add(greedy);
            if (random.nextInt(5) == 0) {
                running.get(random.nextInt(running.size())).cancel();
            }
        }
        for (int i = 0; i < running.size(); i++) {
            if (running.get(i).await() instanceof Outcome.Finished) {
                written.get(i).assertAgrees(alone.get(which.get(i)), schedule);
            }
        }
    }

    private void preparePrompts(int vocabulary) {
        var random = new Random(4);
        int[][] policies = {
            random.ints(30, 0, vocabulary).toArray(),
            random.ints(13, 0, vocabulary).toArray(),
            random.ints(47, 0, vocabulary).toArray()
        };
        for (int i = 0; i < 20; i++) {
            int[] content = random.ints(1 + random.nextInt(15), 0, vocabulary).toArray();
            prompts.add(new Prompt(policies[i % policies.length], content));
        }
    }

    private SlotEngine start(int rows, int chunk, long prefixBytes) {
        return SlotEngine.start(
                () -> TinyModels.open(folder, rows, 128, chunk),
                new SlotEngine.Settings(prefixBytes, Duration.ofSeconds(20)));
    }

    private static Request request(Prompt prompt, Continuation continuation) {
        return new Request(prompt, continuation, LENGTH, Priority.NORMAL, Duration.ofMinutes(5));
    }

    /// Writes the best token each time and remembers by how much it was the best.
    private static final class Greedy implements Continuation {

        private final List<Integer> ids = new ArrayList<>();
        private final List<Float> margins = new ArrayList<>();
        private final int most;

        Greedy(int most) {
            this.most = most;
        }

        @Override
        public void next(Logits logits, Tokens tokens) {
            if (ids.size() < most) {
                int best = logits.best();
                ids.add(best);
                margins.add(margin(logits, best));
                tokens.add(best);
            }
        }

        private static float margin(Logits logits, int best) {
            float second = Float.NEGATIVE_INFINITY;
            for (int id = 0; id < logits.vocabulary(); id++) {
                if (id != best) {
                    second = Math.max(second, logits.values().get(JAVA_FLOAT_UNALIGNED, 4L * id));
                }
            }
            return logits.values().get(JAVA_FLOAT_UNALIGNED, 4L * best) - second;
        }

        void assertAgrees(Greedy expected, String schedule) {
            assertThat(ids).hasSize(most);
            for (int i = 0; i < most; i++) {
                if (!ids.get(i).equals(expected.ids.get(i))) {
                    assertThat(expected.margins.get(i)).as(schedule).isLessThan(TIE);
                    return;
                }
            }
        }
    }
}
