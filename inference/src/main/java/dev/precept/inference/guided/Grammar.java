package dev.precept.inference.guided;

import dev.precept.inference.sampling.TokenSet;
import dev.precept.inference.tokenizer.Special;
import java.util.BitSet;
import java.util.List;

/// The answers that are allowed, and for each state of their automaton the tokens that may follow.
///
/// Immutable once built. Free texts are unbounded in the automaton; a [Guide] that has counted
/// enough of one takes what closes it.
public final class Grammar {

    /// In place of a deciding state where no single token decides.
    static final int NONE = -1;

    private final ByteAutomaton automaton;
    private final int deciding;
    private final List<FreeText> texts;
    private final TokenSet[] allowed;
    private final TokenSet[] closing;

    /// A JSON string that the model words as it likes.
    ///
    /// @param states inside of it, after its first character
    /// @param mostBytes after which it is closed
    record FreeText(BitSet states, int mostBytes) {

        /// @param opened the state behind the opening quote
        static FreeText at(ByteAutomaton automaton, int opened, int mostBytes) {
            int begun = automaton.walk(opened, "a");
            var states = automaton.reachable(begun);
            states.andNot(automaton.reachable(automaton.walk(begun, "\"")));
            return new FreeText(states, mostBytes);
        }
    }

    /// @param deciding the state in which the next token decides, or [#NONE]; that token is always
    ///   one of its own
    Grammar(ByteAutomaton automaton, int deciding, List<FreeText> texts) {
        this.automaton = automaton;
        this.deciding = deciding;
        this.texts = List.copyOf(texts);
        this.allowed = new TokenSet[automaton.states()];
        this.closing = new TokenSet[automaton.states()];
        for (int state = 0; state < allowed.length; state++) {
            allowed[state] = automaton.accepts(state) ? stop() : allowed(state);
            int text = text(state);
            closing[state] =
                    text == NONE ? allowed[state] : closing(state, texts.get(text).states());
        }
    }

    private TokenSet allowed(int state) {
        var tokens = new BitSet();
        boolean opening =
                deciding != NONE && state != deciding && automaton.reachable(state).get(deciding);
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

    /// What ends the text; where nothing can, inside a character, single bytes that complete it.
    private TokenSet closing(int state, BitSet text) {
        var ending = new BitSet();
        var bytes = new BitSet();
        SortedTokens.o200k()
                .walk(
                        automaton,
                        state,
                        (id, length, to) -> {
                            ending.set(id, !text.get(to));
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

    boolean decides(int state) {
        return state == deciding;
    }

    /// Which free text a state is inside of, from 0, or [#NONE].
    int text(int state) {
        for (int text = 0; text < texts.size(); text++) {
            if (texts.get(text).states().get(state)) {
                return text;
            }
        }
        return NONE;
    }

    int texts() {
        return texts.size();
    }

    /// @param bytes how many of each free text there are already
    TokenSet allowed(int state, int[] bytes) {
        int text = text(state);
        boolean close = text != NONE && bytes[text] >= texts.get(text).mostBytes();
        return close ? closing[state] : allowed[state];
    }

    /// How many states the automaton has.
    public int states() {
        return automaton.states();
    }
}
