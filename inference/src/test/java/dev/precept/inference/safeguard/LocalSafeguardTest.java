package dev.precept.inference.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.Account.Flag;
import dev.precept.inference.Judgement;
import dev.precept.inference.Judgement.ConfidenceSource;
import dev.precept.inference.Judgement.Outcome;
import dev.precept.inference.Policy;
import dev.precept.inference.Wish;
import dev.precept.inference.export.TinyModels;
import dev.precept.inference.gptoss.OrtModel;
import dev.precept.inference.similarity.StarterPolicies;
import dev.precept.inference.wording.Corrections;
import dev.precept.prompt.Passage;
import dev.precept.prompt.Passage.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole way on ONNX Runtime with a model of random weights: it reasons in rubbish until the
/// budget ends, and still every answer keeps to the contract.
@Timeout(120)
class LocalSafeguardTest {

    @TempDir private static Path folder;
    private static SafeguardClassifier greedy;

    @BeforeAll
    static void open() {
        TinyModels.writeUntaught(folder);
        greedy = open(0);
    }

    @AfterAll
    static void close() {
        greedy.close();
    }

    @Test
    void rubbishIsCutAndItsAnswerStillKeepsToTheContract() throws Exception {
        var policy = StarterPolicies.policy("spam");
        var judgement = greedy.classify(policy, message("Hello there"));
        assertThat(judgement.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(judgement.account().flags()).contains(Flag.REASONING_CUT);
        assertThat(judgement.account().flags())
                .doesNotContain(Flag.UNREADABLE, Flag.UNKNOWN_RULE, Flag.RULE_OF_OTHER_SIDE);
        assertThat(judgement.confidenceSource()).isEqualTo(ConfidenceSource.LABEL_LOGITS);
        assertThat(judgement.confidence()).isBetween(0.5, 1.0);
        assertThat(judgement.account().allowedMass()).isBetween(0.0, 0.1);
        assertThat(judgement.account().tokens().reasoning()).isEqualTo(24);
    }

    @Test
    void theSameContentGetsTheSameAnswerAmongOthers() throws Exception {
        var policies =
                List.of(StarterPolicies.policy("spam"), StarterPolicies.policy("personal-data"));
        var alone = new ArrayList<Judgement>();
        for (int i = 0; i < 4; i++) {
            alone.add(greedy.classify(policies.get(i % 2), message("Number " + i)));
        }
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var together = new ArrayList<Future<Judgement>>();
            for (int i = 0; i < 12; i++) {
                Policy policy = policies.get(i % 2);
                Passage passage = message("Number " + i % 4);
                together.add(callers.submit(() -> greedy.classify(policy, passage)));
            }
            for (int i = 0; i < 12; i++) {
                var judgement = together.get(i).get();
                assertThat(judgement.account().reasoning())
                        .isEqualTo(alone.get(i % 4).account().reasoning());
                assertThat(judgement.rationale()).isEqualTo(alone.get(i % 4).rationale());
                assertThat(judgement.account().tokens().cached()).isGreaterThan(500);
            }
        }
    }

    @Test
    void theListenerHearsWhatTheJudgementKeeps() throws Exception {
        var heard = new StringBuilder();
        var judgement =
                greedy.classify(
                        StarterPolicies.policy("spam"),
                        message("Hello"),
                        new Wish(true, heard::append));
        assertThat(judgement.account().reasoning()).contains(heard);
    }

    @Test
    void rubbishStillIsAWordingOfARuleOfThePolicy() throws Exception {
        var brief = Corrections.of("Drums at noon.");
        var wording = greedy.writer().orElseThrow().write(brief);
        assertThat(brief.contract().places()).contains(wording.place());
        assertThat(wording.text()).isNotBlank().doesNotContain("\n");
        assertThat(wording.account().flags()).contains(Flag.REASONING_CUT);
    }

    @Test
    void aSeedRepeatsASampledAnswer() throws Exception {
        var policy = StarterPolicies.policy("spam");
        try (var sampled = open(1)) {
            var first = sampled.classify(policy, message("Hello"));
            var second = sampled.classify(policy, message("Hello"));
            assertThat(second.rationale()).isEqualTo(first.rationale());
            assertThat(sampled.model().settings()).containsEntry("temperature", "1.0");
        }
    }

    private static SafeguardClassifier open(double temperature) {
        return LocalSafeguard.open(
                folder,
                new OrtModel.Options(1, 4, 2_304, 128, 2L << 30, 64 << 20),
                new SafeguardSettings(24, temperature, 7, Duration.ofMinutes(1)));
    }

    private static Passage message(String text) {
        return new Passage(List.of(new Part("user", text)));
    }
}
