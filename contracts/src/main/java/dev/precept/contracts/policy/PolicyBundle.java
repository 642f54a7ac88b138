package dev.precept.contracts.policy;

import java.util.List;

/// A submitted policy version, complete and immutable: what an engine needs to apply it.
///
/// The SHA-256 is taken over the canonical JSON (RFC 8785) of all other members.
///
/// @param text the whole Markdown document with its front matter; it is the truth, the structure
///   beside it is read from it
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
        List<Example> examples) {

    public PolicyBundle {
        rules = List.copyOf(rules);
        examples = List.copyOf(examples);
    }

    public PolicyVersionRef ref() {
        return new PolicyVersionRef(slug, number, sha256);
    }
}
