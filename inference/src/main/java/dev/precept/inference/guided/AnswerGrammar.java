package dev.precept.inference.guided;

import static dev.precept.inference.guided.JsonForms.listOf;
import static dev.precept.inference.guided.JsonForms.literal;
import static dev.precept.inference.guided.JsonForms.oneOf;
import static dev.precept.inference.guided.JsonForms.sequence;
import static dev.precept.inference.guided.JsonForms.text;

import dev.precept.inference.guided.Grammar.FreeText;
import dev.precept.prompt.AnswerContract;
import dk.brics.automaton.Automaton;
import java.util.List;

/// The answers that a contract allows. Built in a fraction of a second.
public final class AnswerGrammar {

    private static final String OPENING = "{\"violation\":";
    private static final String RATIONALE = ",\"rationale\":";
    private static final String NO_CATEGORY = ",\"policy_category\":null";

    private AnswerGrammar() {}

    /// The step that says whether the content violates is a token of its own.
    public static Grammar of(AnswerContract contract) {
        var automaton = ByteAutomaton.of(automaton(contract));
        var category = contract.categories().isEmpty() ? "" : NO_CATEGORY;
        int rationale =
                automaton.walk(
                        automaton.start(),
                        OPENING + "0,\"rule_ids\":[]" + category + RATIONALE + "\"");
        return new Grammar(
                automaton,
                automaton.walk(automaton.start(), OPENING),
                List.of(FreeText.at(automaton, rationale, AnswerContract.RATIONALE_BYTES)));
    }

    private static Automaton automaton(AnswerContract contract) {
        int least = contract.violating().isEmpty() ? 0 : 1;
        var labels = contract.categories().stream().map(AnswerContract.Category::label).toList();
        var violating =
                sequence(
                        literal("1,\"rule_ids\":"),
                        listOf(contract.violating(), least, AnswerContract.MOST_RULES),
                        category(labels, labels.isEmpty() ? literal("") : oneOf(labels)));
        var safe =
                sequence(
                        literal("0,\"rule_ids\":"),
                        listOf(contract.safe(), 0, AnswerContract.MOST_RULES),
                        category(labels, literal("null")));
        return sequence(
                literal(OPENING), violating.union(safe), literal(RATIONALE), text(), literal("}"));
    }

    private static Automaton category(List<String> labels, Automaton value) {
        return labels.isEmpty() ? literal("") : sequence(literal(",\"policy_category\":"), value);
    }
}
