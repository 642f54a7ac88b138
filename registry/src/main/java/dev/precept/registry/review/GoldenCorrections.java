package dev.precept.registry.review;

import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.review.CaseDetail;
import dev.precept.contracts.review.Decision;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.registry.access.Actor;
import dev.precept.registry.goldenset.GoldenSets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns a decided case into a golden case of its policy, within the caller's transaction.
@Component
class GoldenCorrections {

    private final GoldenSets golden;

    GoldenCorrections(GoldenSets golden) {
        this.golden = golden;
    }

    /// @return false if the golden set holds this content already
    boolean keep(CaseDetail detail, Decision decision, Actor actor) {
        var verdict = detail.reviewCase().verdict();
        var outcome = Objects.requireNonNull(decision.outcome());
        var agreed = outcome == verdict.outcome();
        var expected =
                new GoldenExpectation(
                        outcome,
                        label(decision, verdict, outcome, agreed),
                        first(
                                decision.ruleIds().isEmpty() && agreed
                                        ? verdict.ruleIds()
                                        : decision.ruleIds()));
        return golden.add(
                verdict.policyVersion().slug(),
                new NewGoldenCase(
                        detail.content(),
                        expected,
                        decision.reason().isEmpty() ? null : decision.reason()),
                "case:" + detail.reviewCase().id(),
                actor.name());
    }

    private static @Nullable String label(
            Decision decision, Verdict verdict, Outcome outcome, boolean agreed) {
        var given = decision.label();
        return given == null && agreed && outcome == Outcome.VIOLATES
                ? first(verdict.labels())
                : given;
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }
}
