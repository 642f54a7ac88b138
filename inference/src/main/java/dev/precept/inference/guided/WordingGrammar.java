package dev.precept.inference.guided;

import static dev.precept.inference.guided.JsonForms.literal;
import static dev.precept.inference.guided.JsonForms.oneOf;
import static dev.precept.inference.guided.JsonForms.sequence;
import static dev.precept.inference.guided.JsonForms.text;

import dev.precept.inference.guided.Grammar.FreeText;
import dev.precept.prompt.WordingContract;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The wordings that a contract allows. Built in a fraction of a second.
public final class WordingGrammar {

    private static final String RULE = "{\"rule\":";
    private static final String TEXT = ",\"text\":";
    private static final String WHY = ",\"why\":";

    private WordingGrammar() {}

    public static Grammar of(WordingContract contract) {
        var places = contract.places();
        var automaton =
                ByteAutomaton.of(
                        sequence(
                                literal(RULE),
                                oneOf(places),
                                literal(TEXT),
                                text(),
                                literal(WHY),
                                text(),
                                literal("}")));
        int place =
                automaton.walk(
                        automaton.start(),
                        RULE + JsonMapper.shared().writeValueAsString(places.getLast()));
        int text = automaton.walk(place, TEXT + "\"");
        int why = automaton.walk(text, "a\"" + WHY + "\"");
        return new Grammar(
                automaton,
                Grammar.NONE,
                List.of(
                        FreeText.at(automaton, text, WordingContract.TEXT_BYTES),
                        FreeText.at(automaton, why, WordingContract.WHY_BYTES)));
    }
}
