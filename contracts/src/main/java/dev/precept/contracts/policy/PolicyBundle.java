package dev.precept.contracts.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// A submitted policy version, complete and immutable: what an engine needs to apply it.
///
/// The SHA-256 is taken over the canonical JSON (RFC 8785) of all other members.
///
/// @param text the whole Markdown document with its front matter; it is the truth, the structure
///   beside it is read from it
/// @param replaced where rules of earlier versions went; left out of the JSON if there are none
public record PolicyBundle(
        String slug,
        int number,
        String sha256,
        String name,
        String text,
        OutputContract output,
        Effort effort,
        ReviewThresholds review,
        List<Rule> rules,
        List<Example> examples,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Replacement> replaced) {

    public PolicyBundle {
        replaced = replaced == null ? List.of() : List.copyOf(replaced);
        rules = List.copyOf(rules);
        examples = List.copyOf(examples);
    }

    /// A bundle that replaces nothing.
    public PolicyBundle(
            String slug,
            int number,
            String sha256,
            String name,
            String text,
            OutputContract output,
            Effort effort,
            ReviewThresholds review,
            List<Rule> rules,
            List<Example> examples) {
        this(slug, number, sha256, name, text, output, effort, review, rules, examples, List.of());
    }

    public PolicyVersionRef ref() {
        return new PolicyVersionRef(slug, number, sha256);
    }
}
