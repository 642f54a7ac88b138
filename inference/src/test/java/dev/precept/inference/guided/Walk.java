package dev.precept.inference.guided;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.sampling.TokenSet;
import java.util.ArrayList;
import java.util.Random;

/// An answer of tokens that are each chosen among all allowed ones.
final class RandomWalk {

    private RandomWalk() {}

    /// @param most tokens that an answer may have
    static int[] through(Grammar grammar, Random random, int most) {
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
