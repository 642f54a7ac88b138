package dev.precept.registry.intake;

import dev.precept.contracts.intake.ModerationResponse;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import java.util.Collection;
import java.util.HashMap;

/// Says a verdict in OpenAI's words. Only a violation is flagged; what an engine could not tell is
/// neither flagged nor cleared, and says so in its metadata.
final class ModerationResults {

    private ModerationResults() {}

    static ModerationResponse.Result of(Verdict verdict, Collection<String> labels) {
        var categories = new HashMap<String, Boolean>();
        var scores = new HashMap<String, Double>();
        for (var label : labels) {
            boolean carries =
                    verdict.outcome() == Outcome.VIOLATES && verdict.labels().contains(label);
            categories.put(label, carries);
            scores.put(label, score(verdict, carries));
        }
        return new ModerationResponse.Result(
                verdict.outcome() == Outcome.VIOLATES,
                categories,
                scores,
                new ModerationResponse.Metadata(
                        verdict.itemId(),
                        verdict.id(),
                        verdict.policyVersion().toString(),
                        verdict.ruleIds(),
                        verdict.rationale(),
                        verdict.outcome(),
                        verdict.confidence()));
    }

    private static double score(Verdict verdict, boolean carries) {
        double confidence =
                verdict.confidence().source() == Confidence.Source.NONE
                        ? 1
                        : verdict.confidence().value();
        return switch (verdict.outcome()) {
            case VIOLATES -> carries ? confidence : 0;
            case SAFE -> 1 - confidence;
            case UNDETERMINED -> 0.5;
        };
    }
}
