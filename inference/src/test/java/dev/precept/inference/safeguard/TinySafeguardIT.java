package dev.precept.inference.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.Judgement;
import dev.precept.inference.Judgement.Outcome;
import dev.precept.inference.Policy;
import dev.precept.inference.export.Exporter;
import dev.precept.inference.export.Progress;
import dev.precept.inference.gptoss.OrtModel;
import dev.precept.inference.similarity.StarterPolicies;
import dev.precept.inference.testing.TestDevice;
import dev.precept.prompt.Passage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The committed test model, exported and asked as a real one is: from Markdown to a judgement.
@Timeout(600)
class TinySafeguardIT {

    private static final Path FLIPS = Path.of("src/test/resources/tiny-safeguard/flips.jsonl");
    private static final int FLIPPED = 195;
    private static final int NAMED = 195;

    @TempDir static Path folder;
    private static SafeguardClassifier classifier;

    private record Pair(Flip flip, Judgement broken, Judgement kept) {

        boolean flipped() {
            return broken.outcome() == Outcome.VIOLATES && kept.outcome() == Outcome.SAFE;
        }

        boolean namesTheRule() {
            return flipped() && broken.ruleIds().equals(List.of(flip.rule()));
        }
    }

    @BeforeAll
    static void open() {
        Exporter.export(
                Path.of("tiny-safeguard/model"),
                new Exporter.Order("tiny-safeguard", TestDevice.precision(), folder),
                Progress.NONE);
        classifier =
                LocalSafeguard.open(
                        folder,
                        new OrtModel.Options(0, 8, 2_048, 256, 0, 1L << 26, TestDevice.device()),
                        new SafeguardSettings(64, 0, 0, Duration.ofMinutes(10)));
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @Test
    void theVerdictFollowsThePolicyAndNamesItsRule() throws Exception {
        var pairs = new ArrayList<Pair>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Pair>> calls = new ArrayList<>();
            for (Flip flip : Flip.read(FLIPS)) {
                calls.add(() -> pair(flip));
            }
            for (Future<Pair> done : threads.invokeAll(calls)) {
                pairs.add(done.get());
            }
        }
        assertThat(pairs).hasSize(200);
        assertThat(count(pairs, Pair::flipped)).isGreaterThanOrEqualTo(FLIPPED);
        assertThat(count(pairs, Pair::namesTheRule)).isGreaterThanOrEqualTo(NAMED);
    }

    private static long count(List<Pair> pairs, Predicate<Pair> what) {
        return pairs.stream().filter(what).count();
    }

    @Test
    void policiesOfAnotherKindGetSomeJudgement() throws Exception {
        for (String slug : StarterPolicies.SLUGS) {
            var policy = StarterPolicies.policy(slug);
            var judgement = judged(policy, StarterPolicies.golden(slug).getFirst().passage());
            assertThat(judgement.confidence()).isBetween(0.0, 1.0);
            assertThat(judgement.account().reasoning()).isNotBlank();
        }
    }

    private static Pair pair(Flip flip) throws Exception {
        return new Pair(
                flip, judged(flip.broken(), flip.content()), judged(flip.kept(), flip.content()));
    }

    private static Judgement judged(Policy policy, Passage content) throws Exception {
        return classifier.classify(policy, content);
    }
}
