package dev.precept.inference.guided;

import dev.precept.inference.tokenizer.Vocabulary;
import java.util.stream.IntStream;

/// All ordinary tokens in the order of their bytes, so that one walk shares the steps of common
/// beginnings and skips every token behind a dead one.
final class SortedTokens {

    private static final int LONGEST = 256;

    private final Vocabulary vocabulary;
    private final int[] order;
    private final short[] shared;
    private final int[] begin = new int[257];

    private SortedTokens(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.order =
                IntStream.range(0, Vocabulary.ORDINARY)
                        .boxed()
                        .sorted(vocabulary::compare)
                        .mapToInt(id -> id)
                        .toArray();
        this.shared = new short[order.length];
        for (int i = 1; i < order.length; i++) {
            shared[i] = (short) vocabulary.sharedPrefix(order[i - 1], order[i]);
        }
        for (int i = order.length - 1; i >= 0; i--) {
            begin[vocabulary.at(order[i], 0) & 0xFF] = i;
        }
        begin[256] = order.length;
    }

    static SortedTokens o200k() {
        return Holder.O200K;
    }

    /// Hears of tokens and the states that they lead to.
    interface Visitor {

        void token(int id, int length, int state);
    }

    /// Visits the tokens that lead from a state to a state that is alive.
    void walk(ByteAutomaton automaton, int from, Visitor visitor) {
        int[] states = new int[LONGEST + 1];
        states[0] = from;
        for (int first = 0; first < 256; first++) {
            if (automaton.step(from, (byte) first) != ByteAutomaton.DEAD) {
                walk(automaton, begin[first], begin[first + 1], states, visitor);
            }
        }
    }

    private void walk(ByteAutomaton automaton, int begin, int end, int[] states, Visitor visitor) {
        int alive = 0;
        for (int i = begin; i < end; i++) {
            int at = i == begin ? 0 : shared[i];
            if (at > alive) {
                continue;
            }
            int id = order[i];
            int length = vocabulary.length(id);
            int state = states[at];
            while (at < length && state != ByteAutomaton.DEAD) {
                state = automaton.step(state, vocabulary.at(id, at));
                states[++at] = state;
            }
            // Tokens that share this dead beginning share more than `alive` bytes.
            alive = state == ByteAutomaton.DEAD ? at - 1 : length;
            if (state != ByteAutomaton.DEAD) {
                visitor.token(id, length, state);
            }
        }
    }

    private static final class Holder {
        static final SortedTokens O200K = new SortedTokens(Vocabulary.o200k());
    }
}
