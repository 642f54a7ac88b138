package dev.precept.inference.guided;

import static dev.precept.inference.guided.JsonForms.listOf;
import static dev.precept.inference.guided.JsonForms.literal;
import static dev.precept.inference.guided.JsonForms.oneOf;
import static dev.precept.inference.guided.JsonForms.sequence;
import static dev.precept.inference.guided.JsonForms.text;

import dev.precept.inference.sampling.TokenSet;
import dev.precept.inference.tokenizer.Special;
import dev.precept.prompt.AnswerContract;
import dk.brics.automaton.Automaton;
import java.util.BitSet;
import java.util.List;

/// The answers that a contract allows, and for each state of its automaton the tokens that may
/// follow.
///
/// Built in a fraction of a second, then immutable. A rationale is unbounded in the automaton; a
/// [Guide] that has counted enough of it takes [#closing] instead of [#allowed].
public final class AnswerGrammar {

    private static final String OPENING = "{\"violation\":";

    private final ByteAutomaton automaton;
    private final BitSet rationale;
    private final TokenSet[] allowed;
    private final TokenSet[] closing;
    private final int deciding;

    private AnswerGrammar(ByteAutomaton automaton) {
        this.automaton = automaton;
        this.deciding = automaton.walk(automaton.start(), OPENING);
        this.rationale = rationale(automaton);
        this.allowed = new TokenSet[automaton.states()];
        this.closing = new TokenSet[automaton.states()];
        for (int state = 0; state < allowed.length; state++) {
            allowed[state] = automaton.accepts(state) ? stop() : allowed(state);
            closing[state] = rationale.get(state) ? closing(state) : allowed[state];
        }
    }

    public static AnswerGrammar of(AnswerContract contract) {
        return new AnswerGrammar(ByteAutomaton.of(automaton(contract)));
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
                literal(OPENING),
                violating.union(safe),
                literal(",\"rationale\":"),
                text(),
                literal("}"));
    }

    private static Automaton category(List<String> labels, Automaton value) {
        return labels.isEmpty() ? literal("") : sequence(literal(",\"policy_category\":"), value);
    }

    /// All states inside the rationale: those that can still meet its end but have not.
    private static BitSet rationale(ByteAutomaton automaton) {
        var states = new BitSet();
        for (int state = 0; state < automaton.states(); state++) {
            int next = automaton.walk(state, "\"}");
            if (next != ByteAutomaton.DEAD && automaton.accepts(next)) {
                states.or(automaton.reachable(state));
                states.andNot(automaton.reachable(automaton.walk(state, "\"")));
            }
        }
        return states;
    }

    private TokenSet allowed(int state) {
        var tokens = new BitSet();
        boolean opening = automaton.reachable(state).get(deciding) && state != deciding;
        SortedTokens.o200k()
                .walk(
                        automaton,
                        state,
                        (id, _, to) -> {
                            if (!opening || automaton.reachable(to).get(deciding)) {
                                tokens.set(id);
                            }
                        });
        return TokenSet.of(tokens);
    }

    /// What ends the rationale; where nothing can, inside a character, single bytes that complete
    /// it.
    private TokenSet closing(int state) {
        var ending = new BitSet();
        var bytes = new BitSet();
        SortedTokens.o200k()
                .walk(
                        automaton,
                        state,
                        (id, length, to) -> {
                            ending.set(id, !rationale.get(to));
                            bytes.set(id, length == 1);
                        });
        return TokenSet.of(ending.isEmpty() ? bytes : ending);
    }

    private static TokenSet stop() {
        return TokenSet.of(Special.RETURN);
    }

    int start() {
        return automaton.start();
    }

    int step(int state, byte value) {
        return automaton.step(state, value);
    }

    boolean complete(int state) {
        return automaton.accepts(state);
    }

    boolean inRationale(int state) {
        return rationale.get(state);
    }

    boolean decides(int state) {
        return state == deciding;
    }

    TokenSet allowed(int state, boolean close) {
        return close ? closing[state] : allowed[state];
    }

    /// How many states the automaton has.
    public int states() {
        return automaton.states();
    }
}
