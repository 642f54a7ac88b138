package dev.precept.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.engine.Decoder.Limits;
import dev.precept.inference.engine.Request.Priority;
import dev.precept.inference.harmony.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlotEngineTest {

    private static final int VOCABULARY = 101;
    private static final SlotEngine.Settings SETTINGS =
            new SlotEngine.Settings(1_000, Duration.ofSeconds(20));

    private final AtomicReference<FakeDecoder> decoder = new AtomicReference<>();

    @Test
    void manyThreadsGetTheirOwnAnswers() throws Exception {
        try (var engine = start(SETTINGS);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<?>>();
            for (int i = 0; i < 200; i++) {
                int[] content = {14 + i % 80, 14 + i / 80};
                results.add(
                        callers.submit(() -> {
                            var writing = new Writing(8);
                            var prompt = new Prompt(new int[] {20, 21, 22}, content);
                            var outcome = engine.submit(request(prompt, writing)).await();
                            assertThat(outcome).isInstanceOf(Outcome.Finished.class);
                            assertThat(writing.written())
                                    .isEqualTo(Writing.expected(prompt.ids(), writing, VOCABULARY));
                            return null;
                        }));
            }
            for (var result : results) {
                result.get();
            }
            var figures = engine.figures();
            assertThat(figures.finished()).isEqualTo(200);
            assertThat(figures.prefixMisses()).isEqualTo(1);
            assertThat(figures.prefixHits()).isEqualTo(199);
            assertThat(engine.warmPrefixes()).hasSize(1);
        }
        assertThat(decoder.get().isClosed()).isTrue();
    }

    @Test
    void aContextThatCannotFitIsRefusedWithTheNumbers() {
        try (var engine = start(SETTINGS)) {
            var prompt = new Prompt(new int[60], new int[30]);
            assertThatThrownBy(() -> engine.submit(request(prompt, new Writing(1))))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("60 + content 30 + answer 20")
                    .hasMessageContaining("100");
        }
    }

    @Test
    void closingFinishesWhatWasTakenAndRefusesTheRest() throws Exception {
        var gate = new CountDownLatch(1);
        var writing = new Writing(5);
        var engine = start(SETTINGS);
        Continuation gated =
                (logits, tokens) -> {
                    await(gate);
                    writing.next(logits, tokens);
                };
        var taken = engine.submit(request(new Prompt(new int[0], new int[] {20}), gated));
        var closing = Thread.ofVirtual().start(engine::close);
        while (!refuses(engine)) {
            Thread.onSpinWait();
        }
        gate.countDown();
        assertThat(taken.await()).isInstanceOf(Outcome.Finished.class);
        closing.join();
        assertThat(writing.written()).hasSize(5);
        assertThat(decoder.get().isClosed()).isTrue();
    }

    @Test
    void closingCancelsWhatTakesTooLong() throws Exception {
        var engine = start(new SlotEngine.Settings(0, Duration.ofMillis(1)));
        Continuation endless = (logits, tokens) -> tokens.add(20);
        var taken =
                engine.submit(
                        new Request(
                                new Prompt(new int[0], new int[] {20}),
                                endless,
                                99,
                                Priority.NORMAL,
                                Duration.ofDays(1)));
        engine.close();
        assertThat(taken.isDone()).isTrue();
    }

    @Test
    void aModelThatDoesNotLoadSaysSo() {
        assertThatThrownBy(() ->
                        SlotEngine.start(
                                () -> {
                                    throw new DecoderException("no such folder");
                                },
                                SETTINGS))
                .isInstanceOf(DecoderException.class)
                .hasMessage("no such folder");
    }

    @Test
    void nobodyWaitsForABrokenEngine() throws Exception {
        var engine = start(SETTINGS);
        Continuation broken =
                (logits, tokens) -> {
                    throw new StackOverflowError();
                };
        var one = engine.submit(request(new Prompt(new int[0], new int[] {20}), broken));
        assertThat(one.await()).isInstanceOf(Outcome.Failed.class);
        while (!refuses(engine)) {
            Thread.onSpinWait();
        }
        engine.close();
    }

    private SlotEngine start(SlotEngine.Settings settings) {
        return SlotEngine.start(
                () -> {
                    decoder.set(new FakeDecoder(new Limits(4, 100, 16, VOCABULARY)));
                    return decoder.get();
                },
                settings);
    }

    private static Request request(Prompt prompt, Continuation continuation) {
        return new Request(prompt, continuation, 20, Priority.NORMAL, Duration.ofDays(1));
    }

    private static boolean refuses(SlotEngine engine) {
        try {
            engine.submit(request(new Prompt(new int[0], new int[] {20}), new Writing(0)));
            return false;
        } catch (RefusedException e) {
            return true;
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
