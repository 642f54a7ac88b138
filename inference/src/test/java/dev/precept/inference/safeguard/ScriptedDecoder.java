package dev.precept.inference.safeguard;

import dev.precept.inference.engine.Decoder;
import dev.precept.inference.sampling.HostLogits;
import dev.precept.inference.sampling.Logits;
import dev.precept.inference.tokenizer.Special;
import dev.precept.inference.tokenizer.Tokenizer;
import dev.precept.inference.tokenizer.Vocabulary;
import java.util.Arrays;

/// A model that always thinks and answers the same, token by token, wherever its prompt ends.
final class ScriptedDecoder implements Decoder {

    private static final int FINAL = 17196;
    private static final int ASSISTANT = 173781;
    private static final float SURE = 8;

    private final Limits limits;
    private final int[] thought;
    private final int[] answer;
    private final int[][] rows;

    /// @param thought ids after `<|start|>assistant`, repeated for ever
    /// @param answer text after the opening of the final channel
    ScriptedDecoder(int[] thought, String answer) {
        this.limits = new Limits(2, 4_000, 512, Vocabulary.SIZE);
        this.thought = thought;
        this.answer = Tokenizer.o200k().encode(answer);
        this.rows = new int[limits.rows()][limits.context()];
    }

    static int[] analysis(String text) {
        return join(
                new int[] {Special.CHANNEL, 35644, Special.MESSAGE},
                Tokenizer.o200k().encode(text));
    }

    static int[] thenFinal(int[] analysis) {
        return join(
                analysis,
                new int[] {
                    Special.END, Special.START, ASSISTANT, Special.CHANNEL, FINAL, Special.MESSAGE
                });
    }

    static int[] join(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Logits prefill(int row, int position, int[] tokens, int from, int to) {
        System.arraycopy(tokens, from, rows[row], position, to - from);
        return logits(row, position + to - from);
    }

    @Override
    public Step decode(int first, int count, int[] tokens, int[] positions) {
        for (int i = 0; i < count; i++) {
            rows[first + i][positions[i]] = tokens[i];
        }
        return index -> logits(first + index, positions[index] + 1);
    }

    private Logits logits(int row, int length) {
        int next = next(rows[row], length);
        float[] values = new float[Vocabulary.SIZE];
        values[next] = SURE + (float) Math.log(Vocabulary.SIZE);
        return HostLogits.of(values);
    }

    private int next(int[] ids, int length) {
        int opened = last(ids, length, Special.CHANNEL, FINAL, Special.MESSAGE);
        if (opened >= 0) {
            int at = length - opened - 3;
            return at < answer.length ? answer[at] : Special.RETURN;
        }
        int asked = first(ids, length, Special.START, ASSISTANT);
        return thought[Math.max(0, length - asked - 2) % thought.length];
    }

    private static int last(int[] ids, int length, int... pattern) {
        for (int i = length - pattern.length; i >= 0; i--) {
            if (Arrays.equals(ids, i, i + pattern.length, pattern, 0, pattern.length)) {
                return i;
            }
        }
        return -1;
    }

    private static int first(int[] ids, int length, int... pattern) {
        for (int i = 0; i + pattern.length <= length; i++) {
            if (Arrays.equals(ids, i, i + pattern.length, pattern, 0, pattern.length)) {
                return i;
            }
        }
        return length;
    }

    @Override
    public void copy(int from, int to, int positions) {
        System.arraycopy(rows[from], 0, rows[to], 0, positions);
    }

    @Override
    public Snapshot capture(int row, int positions) {
        return new Kept(Arrays.copyOf(rows[row], positions));
    }

    @Override
    public void restore(Snapshot snapshot, int row) {
        System.arraycopy(((Kept) snapshot).ids(), 0, rows[row], 0, snapshot.positions());
    }

    @Override
    public long snapshotBytes(int positions) {
        return positions;
    }

    @Override
    public void close() {}

    private record Kept(int[] ids) implements Snapshot {

        @Override
        public int positions() {
            return ids.length;
        }

        @Override
        public long bytes() {
            return ids.length;
        }

        @Override
        public void close() {}
    }
}
