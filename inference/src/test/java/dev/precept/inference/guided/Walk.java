package dev.precept.inference.guided;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.sampling.TokenSet;
import dev.precept.inference.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.Random;
import java.util.function.Consumer;

/// Walks through a grammar.
final class Walk {

    private Walk() {}

    /// Along the canonical tokens of an answer, each of which must be allowed.
    ///
    /// @param before is shown the guide before each token
    static Guide along(Grammar grammar, String answer, Consumer<Guide> before) {
        var guide = new Guide(grammar);
        for (int id : Tokenizer.o200k().encode(answer)) {
            before.accept(guide);
            assertThat(guide.allowed().contains(id)).isTrue();
            guide.accept(id);
        }
        return guide;
    }

    /// Along the canonical tokens of a text, allowed or not.
    ///
    /// @throws IllegalArgumentException if one of them leaves the grammar
    static void force(Grammar grammar, String text) {
        var guide = new Guide(grammar);
        for (int id : Tokenizer.o200k().encode(text)) {
            guide.accept(id);
        }
    }

    /// An answer of tokens that are each chosen among all allowed ones.
    ///
    /// @param most tokens that an answer may have
    static int[] random(Grammar grammar, Random random, int most) {
        var guide = new Guide(grammar);
        var ids = new ArrayList<Integer>();
        while (!guide.complete()) {
            int id = choose(guide.allowed(), random);
            guide.accept(id);
            ids.add(id);
            assertThat(ids).hasSizeLessThan(most);
        }
        return ids.stream().mapToInt(id -> id).toArray();
    }

    private static int choose(TokenSet allowed, Random random) {
        var chosen = new int[] {random.nextInt(allowed.size()), -1};
        allowed.forEach(id -> {
            if (chosen[0]-- == 0) {
                chosen[1] = id;
            }
        });
        return chosen[1];
    }
}
