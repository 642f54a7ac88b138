package dev.precept.inference.similarity;

import dev.precept.inference.ClassificationException;
import dev.precept.inference.Policy;
import dev.precept.inference.embedding.TextEmbedder;
import java.util.ArrayList;
import java.util.List;

/// A policy as vectors: its clauses, its illustrations, and a few neutral texts on the safe side,
/// so that what has to do with no clause at all is safe.
record Anchors(List<Anchor> violating, List<Anchor> safe) {

    private static final List<String> NEUTRAL =
            List.of(
                    "small talk about everyday life",
                    "a question about computers or programming",
                    "a news report",
                    "a personal opinion");

    /// The id of anchors that belong to no rule.
    static final String NO_RULE = "";

    record Anchor(String ruleId, float[] vector) {}

    static Anchors of(Policy policy, TextEmbedder embedder) throws ClassificationException {
        var violating = new ArrayList<Anchor>();
        var safe = new ArrayList<Anchor>();
        for (var clause : policy.clauses()) {
            side(clause.side(), violating, safe)
                    .add(new Anchor(clause.id(), embed(clause.text(), embedder)));
        }
        for (var example : policy.illustrations()) {
            side(example.side(), violating, safe)
                    .add(new Anchor(example.ruleId(), embed(example.text(), embedder)));
        }
        for (String text : NEUTRAL) {
            safe.add(new Anchor(NO_RULE, embed(text, embedder)));
        }
        return new Anchors(List.copyOf(violating), List.copyOf(safe));
    }

    private static List<Anchor> side(Policy.Side side, List<Anchor> violating, List<Anchor> safe) {
        return switch (side) {
            case VIOLATES -> violating;
            case SAFE -> safe;
        };
    }

    private static float[] embed(String text, TextEmbedder embedder)
            throws ClassificationException {
        var tokens = embedder.tokenize(text);
        return embedder.embed(tokens, 0, Math.min(tokens.count(), embedder.window()));
    }
}
