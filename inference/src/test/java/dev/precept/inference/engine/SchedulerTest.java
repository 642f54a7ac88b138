package dev.precept.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.engine.Decoder.Limits;
import dev.precept.inference.engine.Request.Priority;
import dev.precept.inference.harmony.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private static final int VOCABULARY = 101;
    private static final Duration PATIENT = Duration.ofDays(1);

    private long now;
    private long numbers;

    @Test
    void everyScheduleWritesWhatEachRequestWritesAlone() {
        for (int seed = 0; seed < 500; seed++) {
            new Schedule(seed).run();
        }
    }

    /// A random mixture of requests, cancellations and failures on a random engine.
    private final class Schedule {

        private final int seed;
        private final Random random;
        private final FakeDecoder decoder;
        private final PrefixCache prefixes;
        private final Scheduler scheduler;
        private final List<Case> cases = new ArrayList<>();

        private record Case(Generation generation, Writing writing, List<Integer> expected) {}

        Schedule(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.decoder =
                    new FakeDecoder(
                            new Limits(
                                    1 + random.nextInt(5), 80, 1 + random.nextInt(9), VOCABULARY));
            this.prefixes = new PrefixCache(random.nextInt(3) * 20L);
            this.scheduler = scheduler(decoder, prefixes);
        }

        void run() {
            int requests = 1 + random.nextInt(25);
            while (cases.size() < requests || !scheduler.isIdle()) {
                if (cases.size() < requests && random.nextInt(3) > 0) {
                    submit();
                }
                if (random.nextInt(12) == 0 && !cases.isEmpty()) {
                    cases.get(random.nextInt(cases.size())).generation().cancel();
                }
                scheduler.step();
            }
            cases.forEach(this::verify);
            prefixes.close();
            assertThat(decoder.snapshots()).as("seed %d", seed).isZero();
        }

        private void submit() {
            var policy =
                    new Random(random.nextInt(4)).ints(5 + random.nextInt(2) * 9, 14, VOCABULARY);
            int[] content = random.ints(1 + random.nextInt(12), 14, VOCABULARY).toArray();
            if (random.nextInt(15) == 0) {
                content[random.nextInt(content.length)] = FakeDecoder.POISON;
            }
            var prompt = new Prompt(policy.toArray(), content);
            var writing =
                    new Writing(
                            random.nextInt(20),
                            random.nextInt(20),
                            random.ints(random.nextInt(14), 14, VOCABULARY).toArray());
            var expected = Writing.expected(prompt.ids(), writing, VOCABULARY);
            var generation = generation(prompt, writing, priority());
            cases.add(new Case(generation, writing, expected));
            scheduler.submit(generation);
        }

        private Priority priority() {
            return Priority.values()[random.nextInt(3)];
        }

        private void verify(Case one) {
            assertThat(one.generation().isDone()).as("seed %d", seed).isTrue();
            switch (outcome(one.generation())) {
                case Outcome.Finished(var usage) -> {
                    assertThat(one.writing().written())
                            .as("seed %d", seed)
                            .isEqualTo(one.expected());
                    assertThat(usage.generated()).isEqualTo(one.expected().size());
                }
                case Outcome.Failed(var cause) ->
                        assertThat(cause).as("seed %d", seed).hasMessage("poisoned");
                case Outcome.Cancelled _ ->
                        assertThat(one.generation().isCancelled()).as("seed %d", seed).isTrue();
                case Outcome.Expired _ -> throw new AssertionError("seed " + seed);
            }
        }
    }

    @Test
    void aSharedPrefixIsComputedOnce() {
        var decoder = new FakeDecoder(new Limits(4, 200, 16, VOCABULARY));
        var prefixes = new PrefixCache(1_000);
        var scheduler = scheduler(decoder, prefixes);
        int[] policy = new Random(1).ints(100, 14, VOCABULARY).toArray();
        for (int i = 0; i < 10; i++) {
            scheduler.submit(
                    generation(new Prompt(policy, new int[] {20 + i, 30}), new Writing(3)));
        }
        finish(scheduler);
        assertThat(decoder.prefilled).isEqualTo(100 + 10 * 2);
        assertThat(prefixes.bytes()).isEqualTo(100);
    }

    @Test
    void aLongPromptDoesNotStallTheOthers() {
        var decoder = new FakeDecoder(new Limits(2, 2_000, 16, VOCABULARY));
        var scheduler = scheduler(decoder, new PrefixCache(0));
        var quick = new Writing(40);
        scheduler.submit(generation(new Prompt(new int[0], new int[] {20}), quick));
        scheduler.step();
        int[] contents = new Random(1).ints(1_000, 14, VOCABULARY).toArray();
        var slow = new Writing(1);
        scheduler.submit(generation(new Prompt(new int[0], contents), slow));
        for (int i = 0; i < 20; i++) {
            int before = quick.written().size();
            scheduler.step();
            assertThat(quick.written()).hasSize(before + 1);
        }
        assertThat(slow.written()).isEmpty();
        assertThat(decoder.longestPrefill).isEqualTo(16);
        finish(scheduler);
        assertThat(slow.written()).hasSize(1);
    }

    @Test
    void rowsAreDecodedTogether() {
        var decoder = new FakeDecoder(new Limits(4, 100, 64, VOCABULARY));
        var scheduler = scheduler(decoder, new PrefixCache(0));
        for (int i = 0; i < 9; i++) {
            scheduler.submit(
                    generation(new Prompt(new int[0], new int[] {20 + i}), new Writing(5)));
        }
        finish(scheduler);
        assertThat(decoder.largestBatch).isEqualTo(4);
    }

    @Test
    void theMoreUrgentGoFirstThenTheEarlier() {
        var decoder = new FakeDecoder(new Limits(1, 100, 64, VOCABULARY));
        var scheduler = scheduler(decoder, new PrefixCache(0));
        var prompt = new Prompt(new int[0], new int[] {20});
        var bulk = generation(prompt, new Writing(2), Priority.BULK);
        var first = generation(prompt, new Writing(2), Priority.NORMAL);
        var second = generation(prompt, new Writing(2), Priority.NORMAL);
        var urgent = generation(prompt, new Writing(2), Priority.INTERACTIVE);
        List.of(bulk, first, second, urgent).forEach(scheduler::submit);
        var order = new ArrayList<Generation>();
        while (!scheduler.isIdle()) {
            scheduler.step();
            List.of(bulk, first, second, urgent).stream()
                    .filter(one -> one.isDone() && !order.contains(one))
                    .forEach(order::add);
        }
        assertThat(order).containsExactly(urgent, first, second, bulk);
    }

    @Test
    void aRequestThatWaitsTooLongExpires() {
        var scheduler =
                scheduler(new FakeDecoder(new Limits(1, 100, 64, VOCABULARY)), new PrefixCache(0));
        var prompt = new Prompt(new int[0], new int[] {20});
        var endless = generation(prompt, new Writing(90));
        var hasty =
                new Generation(
                        new Request(
                                prompt, new Writing(3), 10, Priority.NORMAL, Duration.ofNanos(50)),
                        PrefixKey.of(new int[0]),
                        now,
                        numbers++);
        scheduler.submit(endless);
        scheduler.submit(hasty);
        scheduler.step();
        now += 51;
        scheduler.step();
        assertThat(outcome(hasty)).isEqualTo(new Outcome.Expired(Duration.ofNanos(51)));
        assertThat(endless.isDone()).isFalse();
    }

    @Test
    void aContinuationThatThrowsFailsAlone() {
        var scheduler =
                scheduler(new FakeDecoder(new Limits(2, 100, 64, VOCABULARY)), new PrefixCache(0));
        var prompt = new Prompt(new int[0], new int[] {20});
        var good = new Writing(5);
        var goodOne = generation(prompt, good);
        Continuation bad =
                (logits, tokens) -> {
                    throw new IllegalStateException("no idea");
                };
        var badOne = generation(prompt, bad, Priority.NORMAL);
        scheduler.submit(badOne);
        scheduler.submit(goodOne);
        finish(scheduler);
        assertThat(outcome(badOne)).isInstanceOf(Outcome.Failed.class);
        assertThat(good.written()).isEqualTo(Writing.expected(prompt.ids(), good, VOCABULARY));
    }

    @Test
    void aPrefixThatAWaitingRequestNeedsIsNotDropped() {
        var prefixes = new PrefixCache(10);
        var decoder = new FakeDecoder(new Limits(1, 100, 64, VOCABULARY));
        var key = PrefixKey.of(new int[] {1});
        decoder.prefill(0, 0, new int[] {1, 2, 3, 4, 5, 6}, 0, 6);
        prefixes.put(key, decoder.capture(0, 6));
        prefixes.retain(key);
        assertThat(prefixes.makeRoom(5)).isFalse();
        prefixes.release(key);
        assertThat(prefixes.makeRoom(5)).isTrue();
        assertThat(prefixes.keys()).isEmpty();
    }

    private Scheduler scheduler(FakeDecoder decoder, PrefixCache prefixes) {
        return new Scheduler(
                decoder, prefixes, new EngineMeter(decoder.limits().rows()), () -> now);
    }

    private Generation generation(Prompt prompt, Continuation continuation) {
        return generation(prompt, continuation, Priority.NORMAL);
    }

    private Generation generation(Prompt prompt, Continuation continuation, Priority priority) {
        return new Generation(
                new Request(prompt, continuation, 90, priority, PATIENT),
                PrefixKey.of(prompt.prefix()),
                now,
                numbers++);
    }

    private static void finish(Scheduler scheduler) {
        while (!scheduler.isIdle()) {
            scheduler.step();
        }
    }

    private static Outcome outcome(Generation generation) {
        assertThat(generation.isDone()).isTrue();
        try {
            return generation.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
