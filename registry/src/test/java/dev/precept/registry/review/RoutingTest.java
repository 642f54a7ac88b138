package dev.precept.registry.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.ReviewThresholds;
import dev.precept.contracts.review.CaseReason;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Timings;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.contracts.verdict.VerdictId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {

    private static final VerdictId ID = VerdictId.of("0199aa00-0000-7000-8000-000000000001");

    @ParameterizedTest
    @CsvSource({
        "UNDETERMINED, 0.9, 0.6, 0, UNDETERMINED",
        "UNDETERMINED, 0.1, 0.6, 1, UNDETERMINED",
        "VIOLATES, 0.59, 0.6, 1, LOW_CONFIDENCE",
        "SAFE, 0.0, 0.6, 0, LOW_CONFIDENCE",
        "SAFE, 0.6, 0.6, 1, QUALITY_SAMPLE",
        "VIOLATES, 1, 1, 1, QUALITY_SAMPLE",
        "SAFE, 0.6, 0.6, 0,",
        "VIOLATES, 0, 0, 0,"
    })
    void firstRuleThatAppliesGivesTheReason(
            Outcome outcome,
            double confidence,
            double confidenceBelow,
            double sampleRate,
            @Nullable CaseReason reason) {
        var thresholds = new ReviewThresholds(confidenceBelow, sampleRate);
        assertThat(Routing.route(verdict(outcome, confidence), thresholds).orElse(null))
                .isEqualTo(reason);
    }

    @Test
    void drawIsTheSameForTheSameId() {
        assertThat(QualitySample.draw(ID)).isEqualTo(QualitySample.draw(VerdictId.of(ID + "")));
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.006", "0.25, 0.02", "0.5, 0.02"})
    void shareDrawnFromTenThousandIdsIsTheRate(double rate, double tolerance) {
        var drawn =
                LongStream.range(0, 10_000)
                        .mapToObj(low -> new VerdictId(new UUID(0x0199aa0000007000L, low)))
                        .filter(id -> QualitySample.draw(id) < rate)
                        .count();
        assertThat(drawn / 10_000.0).isCloseTo(rate, within(tolerance));
    }

    @Test
    void anEngineThatStatesNoConfidenceIsNotTakenForAnUnsureOne() {
        var verdict = verdict(Outcome.SAFE, new Confidence(0, Confidence.Source.NONE));
        assertThat(Routing.route(verdict, new ReviewThresholds(0.6, 0))).isEmpty();
    }

    private static Verdict verdict(Outcome outcome, double confidence) {
        return verdict(outcome, new Confidence(confidence, Confidence.Source.STATED));
    }

    private static Verdict verdict(Outcome outcome, Confidence confidence) {
        return new Verdict(
                ID,
                new ItemId(new UUID(0, 1)),
                new PolicyVersionRef("noise", 1, "00"),
                outcome,
                List.of(),
                List.of(),
                confidence,
                "closest to NO1",
                new ModelCard("fake", "d1", "none", Map.of()),
                new Timings(1, 2, 3),
                false,
                Instant.EPOCH,
                null);
    }
}
