package dev.precept.contracts.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.VerdictId;
import java.util.List;
import java.util.Map;

/// The answer in the shape of OpenAI's moderation endpoint.
///
/// @param id of this answer, not of an item
/// @param model the policy version that judged, as `slug@number`
/// @param results in the order of the inputs
public record ModerationResponse(String id, String model, List<Result> results) {

    public ModerationResponse {
        results = List.copyOf(results);
    }

    /// What the policy says of one input.
    ///
    /// @param flagged true only if the outcome is VIOLATES. UNDETERMINED is not flagged, and is no
    ///   clearance: whoever may not let such content pass reads `metadata.outcome`
    /// @param categories each label of the policy, and whether the verdict carries it
    /// @param categoryScores each label of the policy, from 0 (surely not) to 1 (surely): the
    ///   verdict's confidence for the labels of a violation, one minus it for those of a safe one,
    ///   0.5 for an undetermined one
    public record Result(
            boolean flagged,
            Map<String, Boolean> categories,
            @JsonProperty("category_scores") Map<String, Double> categoryScores,
            Metadata metadata) {

        public Result {
            categories = Map.copyOf(categories);
            categoryScores = Map.copyOf(categoryScores);
        }
    }

    /// What OpenAI's shape has no place for.
    public record Metadata(
            @JsonProperty("item_id") ItemId itemId,
            @JsonProperty("verdict_id") VerdictId verdictId,
            @JsonProperty("policy_version") String policyVersion,
            @JsonProperty("rule_ids") List<String> ruleIds,
            String rationale,
            Outcome outcome,
            Confidence confidence) {

        public Metadata {
            ruleIds = List.copyOf(ruleIds);
        }
    }
}
