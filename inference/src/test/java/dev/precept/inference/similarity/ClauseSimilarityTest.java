package dev.precept.inference.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.Judgement;
import dev.precept.inference.Judgement.Outcome;
import dev.precept.inference.Policy;
import dev.precept.inference.embedding.Fakes;
import dev.precept.prompt.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ClauseSimilarityTest {

    private static final ClauseSimilarityClassifier ENGINE = ClauseSimilarityClassifier.load(2);

    @AfterAll
    static void release() {
        ENGINE.close();
    }

    @Test
    void starterPoliciesAreFollowedBetterThanByChance() throws Exception {
        for (String slug : StarterPolicies.SLUGS) {
            var policy = StarterPolicies.policy(slug);
            int tp = 0;
            int fp = 0;
            int fn = 0;
            int tn = 0;
            for (var golden : StarterPolicies.golden(slug)) {
                boolean said =
                        ENGINE.classify(policy, golden.passage()).outcome() == Outcome.VIOLATES;
                if (golden.violates()) {
                    tp += said ? 1 : 0;
                    fn += said ? 0 : 1;
                } else {
                    fp += said ? 1 : 0;
                    tn += said ? 0 : 1;
                }
            }
            System.out.printf(
                    "QUALITY %s n=%d precision=%.2f recall=%.2f f1=%.2f accuracy=%.2f%n",
                    slug,
                    tp + fp + fn + tn,
                    tp / Math.max(1.0, tp + fp),
                    tp / Math.max(1.0, tp + fn),
                    2.0 * tp / Math.max(1, 2 * tp + fp + fn),
                    (tp + tn) / (double) (tp + fp + fn + tn));
            assertThat((tp + tn) / (double) (tp + fp + fn + tn)).as(slug).isGreaterThan(0.52);
        }
    }

    @Test
    void theVerdictFollowsThePolicyWhenItsSidesAreFlipped() throws Exception {
        var forbidden = policy("a", Policy.Side.VIOLATES, Policy.Side.SAFE);
        var allowed = policy("b", Policy.Side.SAFE, Policy.Side.VIOLATES);
        var passage = passage("Here is my recipe for a chocolate cake with cream.");

        var first = ENGINE.classify(forbidden, passage);

        assertThat(first.outcome()).isEqualTo(Outcome.VIOLATES);
        assertThat(first.ruleIds()).containsExactly("R1");
        assertThat(first.labels()).containsExactly("one");
        assertThat(first.rationale()).startsWith("closest to R1 (violates) 0.");
        assertThat(ENGINE.classify(allowed, passage).outcome()).isEqualTo(Outcome.SAFE);
    }

    @Test
    void manyThreadsGetTheVeryJudgementsOfOne() throws Exception {
        var policy = policy("c", Policy.Side.VIOLATES, Policy.Side.SAFE);
        var passages =
                List.of(
                        passage("How to bake a sponge cake"),
                        passage("The train leaves at nine"),
                        passage("Our engine was repaired in the workshop"));
        var alone = new ArrayList<Judgement>();
        for (var passage : passages) {
            alone.add(ENGINE.classify(policy, passage));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 4; round++) {
                var calls = new ArrayList<Callable<Judgement>>();
                passages.forEach(passage -> calls.add(() -> ENGINE.classify(policy, passage)));
                var together = new ArrayList<Judgement>();
                for (var result : threads.invokeAll(calls)) {
                    together.add(result.get());
                }
                assertThat(together).isEqualTo(alone);
            }
        }
    }

    @Test
    void whatTheModelCannotReadIsUndetermined() throws Exception {
        var policy = policy("d", Policy.Side.VIOLATES, Policy.Side.SAFE);
        for (String text : List.of("🎂🎂🎂", "", "Это рецепт торта с кремом", "\u0000\u200b")) {
            var judgement = ENGINE.classify(policy, passage(text));
            assertThat(judgement.outcome()).as(text).isEqualTo(Outcome.UNDETERMINED);
            assertThat(judgement.confidenceSource()).isEqualTo(Judgement.ConfidenceSource.NONE);
        }
    }

    @Test
    void aViolationDeepInALongTextIsFoundAndTooLongATextIsMarkedTruncated() throws Exception {
        var policy = policy("e", Policy.Side.VIOLATES, Policy.Side.SAFE);
        String travel = "The train leaves the station at nine and arrives at noon. ";
        String recipe = "Bake the chocolate cake with sugar, butter and cream. ";
        var judgement = ENGINE.classify(policy, passage(travel.repeat(60) + recipe.repeat(60)));
        assertThat(judgement.outcome()).isEqualTo(Outcome.VIOLATES);
        assertThat(judgement.truncated()).isFalse();
        assertThat(Windows.of(passage("word ".repeat(40_000)), Fakes.words()).truncated()).isTrue();
    }

    @Test
    void anInterruptCancels() {
        var policy = policy("f", Policy.Side.VIOLATES, Policy.Side.SAFE);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ENGINE.classify(policy, passage("a cake")))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theModelCardNamesTheWeights() {
        assertThat(ENGINE.model().digest()).hasSize(64);
        assertThat(ENGINE.model().runtime()).isEqualTo("onnxruntime 1.29.0 cpu");
        assertThat(ENGINE.model().settings()).containsEntry("temperature", "0.03");
    }

    private static Policy policy(String digest, Policy.Side first, Policy.Side second) {
        return new Policy(
                digest,
                "",
                List.of(
                        new Policy.Clause("R1", first, "Recipes and baking of cakes."),
                        new Policy.Clause("R2", second, "Trains, travel and timetables.")),
                List.of(),
                java.util.Map.of("one", List.of("R1"), "two", List.of("R2")));
    }

    private static Passage passage(String text) {
        return new Passage(List.of(new Passage.Part("user", text)));
    }
}
