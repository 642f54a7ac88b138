package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.ReviewThresholds;
import java.util.List;
import java.util.Map;

/// The settings at the head of a policy's text, with defaults for what it leaves out.
///
/// @param labels each label with the ids of the rules that carry it, in the order of the text
/// @param labelLines where each label stands, from 1
public record FrontMatter(
        Map<String, List<String>> labels,
        Map<String, Integer> labelLines,
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
                    DEFAULT_FORMAT,
                    DEFAULT_FIELDS,
                    Effort.MEDIUM,
                    new ReviewThresholds(DEFAULT_CONFIDENCE_BELOW, DEFAULT_SAMPLE_RATE));
}
