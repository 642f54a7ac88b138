package dev.precept.inference.guided;

import dev.precept.prompt.AnswerContract;
import java.util.LinkedHashMap;
import java.util.Map;

/// The grammars used last. Safe for use by many threads; a grammar is built once at a time.
public final class Grammars {

    private final int most;
    private final Map<AnswerContract, Grammar> recent = new LinkedHashMap<>(16, 0.75f, true);

    public Grammars(int most) {
        this.most = most;
    }

    public synchronized Grammar of(AnswerContract contract) {
        var grammar = recent.get(contract);
        if (grammar == null) {
            grammar = AnswerGrammar.of(contract);
            recent.put(contract, grammar);
            if (recent.size() > most) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return grammar;
    }
}
