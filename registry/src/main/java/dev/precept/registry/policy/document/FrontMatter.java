package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.ReviewThresholds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The settings at the head of a policy's text, with defaults for what it leaves out.
///
/// @param labels each label with the ids of the rules that carry it, in the order of the text
/// @param labelLines where each label stands, from 1
/// @param replaced ids of rules that earlier versions had
public record FrontMatter(
        Map<String, List<String>> labels,
        Map<String, Integer> labelLines,
        List<Replaced> replaced,
        String format,
        List<String> fields,
        Effort effort,
        ReviewThresholds review) {

    static final String DEFAULT_FORMAT = "json";
    static final List<String> DEFAULT_FIELDS =
            List.of("violation", "policy_category", "rule_ids", "confidence", "rationale");
    static final double DEFAULT_CONFIDENCE_BELOW = 0.6;
    static final double DEFAULT_SAMPLE_RATE = 0.02;

    static final FrontMatter DEFAULTS =
            new FrontMatter(
                    Map.of(),
                    Map.of(),
                    List.of(),
                    DEFAULT_FORMAT,
                    DEFAULT_FIELDS,
                    Effort.MEDIUM,
                    new ReviewThresholds(DEFAULT_CONFIDENCE_BELOW, DEFAULT_SAMPLE_RATE));

    /// Where a rule of an earlier version went.
    ///
    /// @param by the rule that stands for it now; null for none
    /// @param because why it is gone; empty where another rule stands for it
    /// @param line from 1
    public record Replaced(String id, @Nullable String by, String because, int line) {}
}
