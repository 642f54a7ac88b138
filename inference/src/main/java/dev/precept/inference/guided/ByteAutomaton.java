package dev.precept.inference.guided;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RunAutomaton;
import java.util.BitSet;

/// A deterministic automaton over bytes as one table: `next[256 · state + byte]`, [#DEAD] for none.
final class ByteAutomaton {

    static final int DEAD = -1;

    private final int[] next;
    private final boolean[] accepting;
    private final int start;

    private ByteAutomaton(int[] next, boolean[] accepting, int start) {
        this.next = next;
        this.accepting = accepting;
        this.start = start;
    }

    /// @param automaton over the characters 0 to 255, each of which stands for a byte
    static ByteAutomaton of(Automaton automaton) {
        automaton.minimize();
        var runner = new RunAutomaton(automaton);
        int[] next = new int[256 * runner.getSize()];
        boolean[] accepting = new boolean[runner.getSize()];
        for (int state = 0; state < accepting.length; state++) {
            accepting[state] = runner.isAccept(state);
            for (int value = 0; value < 256; value++) {
                next[256 * state + value] = runner.step(state, (char) value);
            }
        }
        return new ByteAutomaton(next, accepting, runner.getInitialState());
    }

    int start() {
        return start;
    }

    int states() {
        return accepting.length;
    }

    boolean accepts(int state) {
        return accepting[state];
    }

    int step(int state, byte value) {
        return next[256 * state + (value & 0xFF)];
    }

    /// The state after all of these characters, each below 256.
    int walk(int from, String bytes) {
        int state = from;
        for (int i = 0; i < bytes.length() && state != DEAD; i++) {
            state = step(state, (byte) bytes.charAt(i));
        }
        return state;
    }

    /// The states that can follow, the given one included.
    BitSet reachable(int from) {
        var seen = new BitSet();
        var open = new BitSet();
        open.set(from);
        while (!open.isEmpty()) {
            int state = open.nextSetBit(0);
            open.clear(state);
            seen.set(state);
            for (int value = 0; value < 256; value++) {
                int to = next[256 * state + value];
                if (to != DEAD && !seen.get(to)) {
                    open.set(to);
                }
            }
        }
        return seen;
    }
}
