package dev.precept.inference.guided;

import dev.precept.inference.sampling.TokenSet;
import dev.precept.inference.tokenizer.Special;
import dev.precept.inference.tokenizer.Vocabulary;

/// One walk through a grammar: which tokens may come next, until the answer is complete.
///
/// Every walk ends: a free text is closed when it has had its bytes. For one answer and one thread.
public final class Guide {

    private final Grammar grammar;
    private final Vocabulary vocabulary = Vocabulary.o200k();
    private final int[] bytes;
    private int state;

    public Guide(Grammar grammar) {
        this.grammar = grammar;
        this.bytes = new int[grammar.texts()];
        this.state = grammar.start();
    }

    /// Never empty; only `<|return|>` when the answer is complete.
    public TokenSet allowed() {
        return grammar.allowed(state, bytes);
    }

    /// Whether the next token decides.
    public boolean decides() {
        return grammar.decides(state);
    }

    public boolean complete() {
        return grammar.complete(state);
    }

    /// @param id one of [#allowed]
    public void accept(int id) {
        if (id == Special.RETURN && complete()) {
            return;
        }
        int length = vocabulary.length(id);
        for (int i = 0; i < length; i++) {
            state = grammar.step(state, vocabulary.at(id, i));
            if (state == ByteAutomaton.DEAD) {
                throw new IllegalArgumentException("token " + id + " leaves the grammar");
            }
            int text = grammar.text(state);
            if (text != Grammar.NONE) {
                bytes[text]++;
            }
        }
    }
}
