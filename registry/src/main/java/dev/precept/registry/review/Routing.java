package dev.precept.registry.review;

import dev.precept.contracts.policy.ReviewThresholds;
import dev.precept.contracts.review.CaseReason;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/// The rules that send verdicts to people, in order: the first that applies gives the reason, and a
/// verdict that none applies to is final. A new rule is a new line at its place.
final class Routing {

    private static final List<RoutingRule> RULES =
            List.of(
                    new RoutingRule(
                            CaseReason.UNDETERMINED,
                            (verdict, thresholds) -> verdict.outcome() == Outcome.UNDETERMINED),
                    new RoutingRule(
                            CaseReason.LOW_CONFIDENCE,
                            (verdict, thresholds) ->
                                    verdict.confidence().source() != Confidence.Source.NONE
                                            && verdict.confidence().value()
                                                    < thresholds.confidenceBelow()),
                    new RoutingRule(
                            CaseReason.QUALITY_SAMPLE,
                            (verdict, thresholds) ->
                                    QualitySample.draw(verdict.id()) < thresholds.sampleRate()));

    private Routing() {}

    static Optional<CaseReason> route(Verdict verdict, ReviewThresholds thresholds) {
        return RULES.stream()
                .filter(rule -> rule.applies().test(verdict, thresholds))
                .map(RoutingRule::reason)
                .findFirst();
    }
}
