package dev.precept.worker.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.content.Message;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.OutputContract;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.ReviewThresholds;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.policy.Rule.Side;
import dev.precept.contracts.proposal.ProposalId;
import dev.precept.contracts.proposal.WordingAnswer;
import dev.precept.contracts.proposal.WordingAnswer.Claimed;
import dev.precept.contracts.proposal.WordingTask;
import dev.precept.contracts.proposal.WordingTask.Correction;
import dev.precept.contracts.proposal.WordingTask.Opinion;
import dev.precept.contracts.proposal.WordingTaskApi;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.inference.Account;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Wording;
import dev.precept.inference.WordingWriter;
import dev.precept.prompt.WordingBrief;
import dev.precept.prompt.WordingContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A registry over real HTTP.
@Timeout(60)
class WordingMemberTest {

    private static final WorkerId WORKER = new WorkerId(new UUID(7, 7));
    private static final WordingTask TASK =
            new WordingTask(
                    new ProposalId(new UUID(1, 1)),
                    2,
                    new PolicyBundle(
                            "quiet",
                            3,
                            "ab".repeat(32),
                            "Quiet",
                            "# Quiet\n\n## Violates\n- **QH1** Loud music.\n",
                            new OutputContract("json", List.of(), Map.of()),
                            Effort.LOW,
                            new ReviewThresholds(0.5, 0),
                            List.of(new Rule("QH1", Side.VIOLATES, "Loud music.", 4)),
                            List.of()),
                    List.of("QH1"),
                    List.of(Side.SAFE),
                    List.of(
                            new Correction(
                                    new Message("Drums at noon."),
                                    new Opinion(Outcome.VIOLATES, List.of("QH1", "QH2")),
                                    new Opinion(Outcome.SAFE, List.of()),
                                    "It is noon.")));

    @Test
    void aTaskIsWrittenAndAnswered() throws Exception {
        var shown = new AtomicReference<WordingBrief>();
        try (var registry = new StubTasks(0, 204, TASK)) {
            var member =
                    started(
                            registry,
                            brief -> {
                                shown.set(brief);
                                return wording("QH1", "Loud music after ten.");
                            });
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            WordingAnswer.Reworded.class,
                            answer -> {
                                assertThat(answer.claim()).isEqualTo(new Claimed(WORKER, 2));
                                assertThat(answer.rule()).isEqualTo("QH1");
                                assertThat(answer.text()).isEqualTo("Loud music after ten.");
                                assertThat(answer.read()).isEqualTo(1);
                                assertThat(answer.model().digest()).isEqualTo("ef".repeat(32));
                                assertThat(answer.account().reasoning()).isEqualTo("Noon.");
                            });
            member.stop();
        }
        assertThat(shown.get().contract().places()).containsExactly("QH1", "NEW SAFE");
        assertThat(shown.get().corrections().getFirst().said()).isEqualTo("VIOLATES QH1, QH2");
        assertThat(shown.get().corrections().getFirst().right()).isEqualTo("SAFE");
    }

    @Test
    void aNewRuleIsToldApart() throws Exception {
        try (var registry = new StubTasks(0, 204, TASK)) {
            var member =
                    started(registry, _ -> wording(WordingContract.NEW_SAFE, "b".repeat(3_000)));
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            WordingAnswer.Added.class,
                            answer -> {
                                assertThat(answer.side()).isEqualTo(Side.SAFE);
                                assertThat(answer.text()).hasSize(WordingAnswer.MAX_TEXT);
                            });
            member.stop();
        }
    }

    @Test
    void whatCannotBeWrittenIsToldInACode() throws Exception {
        try (var registry = new StubTasks(0, 204, TASK)) {
            var member =
                    started(
                            registry,
                            _ -> {
                                throw new ClassificationException("too-slow", "no answer", true);
                            });
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS))
                    .isEqualTo(
                            new WordingAnswer.Failed(
                                    new Claimed(WORKER, 2), "too-slow", "no answer", true));
            member.stop();
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerIsAskedAgain() throws Exception {
        try (var registry = new StubTasks(3, 204, TASK)) {
            var member = started(registry, _ -> wording("QH1", "Loud."));
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS)).isNotNull();
            member.stop();
        }
    }

    @Test
    void anAnswerThatNobodyWantsIsDroppedAndTheNextTaskTaken() throws Exception {
        try (var registry = new StubTasks(0, 409, TASK, TASK)) {
            var member = started(registry, _ -> wording("QH1", "Loud."));
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS)).isNotNull();
            member.stop();
            assertThat(member.isRunning()).isFalse();
        }
    }

    @Test
    void whatTheRegistryCannotTakeIsToldAsAFailure() throws Exception {
        try (var registry = new StubTasks(0, 400, TASK)) {
            var member = started(registry, _ -> wording("QH1", "Loud."));
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS))
                    .isInstanceOf(WordingAnswer.Reworded.class);
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            WordingAnswer.Failed.class,
                            failed -> assertThat(failed.code()).isEqualTo("unreadable-wording"));
            member.stop();
        }
    }

    @Test
    void anAnswerWaitsForATokenThatHolds() throws Exception {
        try (var registry = new StubTasks(0, 401, TASK)) {
            var member = started(registry, _ -> wording("QH1", "Loud."));
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS))
                    .isInstanceOf(WordingAnswer.Reworded.class);
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS))
                    .isInstanceOf(WordingAnswer.Reworded.class);
            member.stop();
        }
    }

    @Test
    void aDefectOfTheEngineIsToldAndEndsNothing() throws Exception {
        try (var registry = new StubTasks(0, 204, TASK, TASK)) {
            var member =
                    started(
                            registry,
                            _ -> {
                                throw new IllegalStateException("Drums at noon.");
                            });
            for (int task = 0; task < 2; task++) {
                assertThat(registry.answers().poll(20, TimeUnit.SECONDS))
                        .isEqualTo(
                                new WordingAnswer.Failed(
                                        new Claimed(WORKER, 2),
                                        "engine-failed",
                                        "IllegalStateException",
                                        true));
            }
            member.stop();
        }
    }

    @Test
    void anIdentityProviderThatIsLateEndsNothing() throws Exception {
        try (var registry = new StubTasks(0, 204, TASK)) {
            var calls = new AtomicInteger();
            var late =
                    new WordingTaskApi() {
                        @Override
                        public List<WordingTask> claim(Claim claim) {
                            if (calls.getAndIncrement() < 2) {
                                throw new IllegalArgumentException("no issuer yet");
                            }
                            return registry.client().claim(claim);
                        }

                        @Override
                        public void answer(ProposalId id, WordingAnswer answer) {
                            registry.client().answer(id, answer);
                        }
                    };
            var member =
                    new WordingMember(
                            late,
                            new ScriptedWriter(Optional.of(_ -> wording("QH1", "Loud."))),
                            WORKER,
                            Duration.ofMillis(5));
            member.start();
            assertThat(registry.answers().poll(20, TimeUnit.SECONDS)).isNotNull();
            member.stop();
        }
    }

    @Test
    void stoppingEndsTheWritingAndSaysNothing() throws Exception {
        var writing = new CountDownLatch(1);
        try (var registry = new StubTasks(0, 204, TASK)) {
            var member =
                    started(
                            registry,
                            _ -> {
                                writing.countDown();
                                new CountDownLatch(1).await();
                                throw new IllegalStateException("unreachable");
                            });
            assertThat(writing.await(20, TimeUnit.SECONDS)).isTrue();
            member.stop();
            assertThat(member.isRunning()).isFalse();
            assertThat(registry.answers()).isEmpty();
        }
    }

    @Test
    void anEngineThatDoesNotWriteAsksForNothing() {
        try (var registry = new StubTasks(0, 204, TASK)) {
            var member =
                    new WordingMember(
                            registry.client(),
                            new ScriptedWriter(Optional.empty()),
                            WORKER,
                            Duration.ofMillis(5));
            member.start();
            assertThat(member.isRunning()).isFalse();
        }
    }

    private static WordingMember started(StubTasks registry, WordingWriter writer) {
        var member =
                new WordingMember(
                        registry.client(),
                        new ScriptedWriter(Optional.of(writer)),
                        WORKER,
                        Duration.ofMillis(5));
        member.start();
        return member;
    }

    private static Wording wording(String place, String text) {
        return new Wording(
                place,
                text,
                "No hour.",
                1,
                new Account(
                        "Noon.",
                        1,
                        Set.of(),
                        new Account.TokenCounts(9, 0, 1, 2),
                        Account.Timing.NONE));
    }
}
