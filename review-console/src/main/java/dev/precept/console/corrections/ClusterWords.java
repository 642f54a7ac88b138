package dev.precept.console.corrections;

import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.correction.CorrectionClusters.Cluster;
import dev.precept.contracts.correction.CorrectionClusters.Finding;
import dev.precept.contracts.verdict.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// A cluster in words.
final class ClusterWords {

    private ClusterWords() {}

    static String cases(int count) {
        return count == 1 ? "1 case" : count + " cases";
    }

    static String finding(Finding finding) {
        return switch (finding) {
            case SILENT -> "The text is silent";
            case CONTRADICTORY -> "The text is contradictory";
            case MISREAD -> "A rule was misread";
        };
    }

    static String advice(Finding finding) {
        return switch (finding) {
            case SILENT -> "No rule is near. Add one, or say that such content is allowed.";
            case CONTRADICTORY -> "Say which rule goes before, or where the line between them is.";
            case MISREAD -> "Word the rule more plainly, or add an example of this kind.";
        };
    }

    /// For example `Safe 4, Violates 1`.
    static String right(Cluster cluster) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> cluster.right().getOrDefault(outcome, 0) > 0)
                .map(outcome -> VerdictBadges.word(outcome) + " " + cluster.right().get(outcome))
                .collect(Collectors.joining(", "));
    }

    /// For example `SP3 in 4, SP1 in 1`.
    static String cited(Cluster cluster) {
        return cluster.cited().isEmpty()
                ? "no rule"
                : cluster.cited().entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(rule -> rule.getKey() + " in " + rule.getValue())
                        .collect(Collectors.joining(", "));
    }
}
