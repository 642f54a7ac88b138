package dev.precept.inference;

import dev.precept.prompt.AnswerContract;
import java.util.List;
import java.util.Map;

/// A policy as an engine needs it.
///
/// @param digest names this very text; engines cache by it
/// @param text the whole document
/// @param labels each label with the ids of the rules that carry it
/// @param effort how long a reasoning model may think
public record Policy(
        String digest,
        String text,
        List<Clause> clauses,
        List<Illustration> illustrations,
        Map<String, List<String>> labels,
        Effort effort) {

    public Policy {
        clauses = List.copyOf(clauses);
        illustrations = List.copyOf(illustrations);
        labels = Map.copyOf(labels);
    }

    /// A policy that asks for little thought.
    public Policy(
            String digest,
            String text,
            List<Clause> clauses,
            List<Illustration> illustrations,
            Map<String, List<String>> labels) {
        this(digest, text, clauses, illustrations, labels, Effort.LOW);
    }

    /// What an answer under this policy may say.
    public AnswerContract contract() {
        return AnswerContract.of(ids(Side.VIOLATES), ids(Side.SAFE), labels);
    }

    private List<String> ids(Side side) {
        return clauses.stream().filter(clause -> clause.side() == side).map(Clause::id).toList();
    }

    /// How long a reasoning model may think.
    public enum Effort {
        LOW,
        MEDIUM,
        HIGH
    }

    /// Which side of the policy a clause or an illustration is on.
    public enum Side {
        VIOLATES,
        SAFE
    }

    /// A rule.
    public record Clause(String id, Side side, String text) {}

    /// An example that the policy gives for a rule.
    public record Illustration(String ruleId, Side side, String text) {}
}
