package dev.precept.inference.engine;

import dev.precept.inference.sampling.Logits;
import java.util.ArrayList;
import java.util.List;

/// Writes what the model likes best, so many tokens, with forced ones after some of them.
final class Writing implements Continuation {

    private final List<Integer> written = new ArrayList<>();
    private final int most;
    private final int forceAt;
    private final int[] forced;

    Writing(int most) {
        this(most, -1);
    }

    Writing(int most, int forceAt, int... forced) {
        this.most = most;
        this.forceAt = forceAt;
        this.forced = forced;
    }

    @Override
    public void next(Logits logits, Tokens tokens) {
        if (written.size() >= most) {
            return;
        }
        int best = logits.best();
        int before = written.size();
        tokens.add(best);
        written.add(best);
        if (before == forceAt) {
            for (int id : forced) {
                tokens.add(id);
                written.add(id);
            }
        }
    }

    List<Integer> written() {
        return written;
    }

    /// What the model writes alone, straight from its definition.
    static List<Integer> expected(int[] prompt, Writing like, int vocabulary) {
        var all = new ArrayList<Integer>();
        for (int id : prompt) {
            all.add(id);
        }
        var alone = new Writing(like.most, like.forceAt, like.forced);
        var tokens = new Tokens();
        while (true) {
            int[] ids = all.stream().mapToInt(id -> id).toArray();
            float[] values = new float[vocabulary];
            values[FakeDecoder.next(ids, ids.length, vocabulary)] = 1;
            tokens.clear();
            alone.next(dev.precept.inference.sampling.HostLogits.of(values), tokens);
            if (tokens.size() == 0) {
                return alone.written();
            }
            for (int i = 0; i < tokens.size(); i++) {
                all.add(tokens.get(i));
            }
        }
    }
}
