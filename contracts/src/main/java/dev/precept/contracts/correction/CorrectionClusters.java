package dev.precept.contracts.correction;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Map;

/// Overturned verdicts of a policy, the largest cluster first.
///
/// @param policyVersion whose rules they are held against: the live one
/// @param unread overturned cases that no worker has embedded yet; they are in no cluster
public record CorrectionClusters(int policyVersion, int unread, List<Cluster> clusters) {

    public CorrectionClusters {
        clusters = List.copyOf(clusters);
    }

    /// Cases whose contents are alike. What is alike is measured, and why is not: read the cases.
    ///
    /// @param cases the most typical first
    /// @param right how often people said which outcome
    /// @param cited how often the overturned verdicts cited which rule
    /// @param near the rules most like the cluster
    /// @param typical the content of the most typical case; sensitive
    public record Cluster(
            List<CaseId> cases,
            Map<Outcome, Integer> right,
            Map<String, Integer> cited,
            List<NearRule> near,
            Finding finding,
            String because,
            Content typical) {

        public Cluster {
            cases = List.copyOf(cases);
            right = Map.copyOf(right);
            cited = Map.copyOf(cited);
            near = List.copyOf(near);
        }
    }

    /// A rule and its cosine to the cluster.
    public record NearRule(String ruleId, Rule.Side side, double similarity) {}

    /// What a cluster says of the policy's text.
    public enum Finding {
        /// The contents are farther from every rule than the policy's own examples are from theirs.
        SILENT,
        /// People overturned like contents in both directions, or rules of both sides are as near.
        CONTRADICTORY,
        /// The text speaks of it and the model read it otherwise: word the rule more clearly.
        MISREAD
    }
}
