package dev.precept.inference.engine;

import dev.precept.inference.sampling.HostLogits;
import dev.precept.inference.sampling.Logits;
import java.util.Arrays;

/// A model whose cache holds the tokens themselves and whose next token is a hash of all of them,
/// so that any mistake of the scheduler changes what is written. Row contents past the last
/// position are rubbish. Fails where [#POISON] stands.
final class FakeDecoder implements Decoder {

    static final int POISON = 13;

    private final Limits limits;
    private final int[][] rows;
    private final Thread owner = Thread.currentThread();
    private int snapshots;
    private boolean closed;
    int prefilled;
    int longestPrefill;
    int largestBatch;

    FakeDecoder(Limits limits) {
        this.limits = limits;
        this.rows = new int[limits.rows()][limits.context()];
        for (int[] row : rows) {
            Arrays.fill(row, -7);
        }
    }

    /// What the model says after these tokens.
    static int next(int[] tokens, int length, int vocabulary) {
        int hash = 17;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + tokens[i] * 7919 + i;
        }
        return POISON + 1 + Math.floorMod(hash ^ hash >>> 15, vocabulary - POISON - 1);
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Logits prefill(int row, int position, int[] tokens, int from, int to) {
        check();
        if (to - from > limits.chunk() || to <= from) {
            throw new IllegalArgumentException("chunk of " + (to - from));
        }
        prefilled += to - from;
        longestPrefill = Math.max(longestPrefill, to - from);
        for (int i = from; i < to; i++) {
            append(row, position + i - from, tokens[i]);
        }
        return logits(row, position + to - from);
    }

    @Override
    public Step decode(int first, int count, int[] tokens, int[] positions) {
        check();
        largestBatch = Math.max(largestBatch, count);
        for (int i = 0; i < count; i++) {
            append(first + i, positions[i], tokens[i]);
        }
        var logits = new Logits[count];
        for (int i = 0; i < count; i++) {
            logits[i] = logits(first + i, positions[i] + 1);
        }
        return index -> logits[index];
    }

    private void append(int row, int position, int token) {
        if (token == POISON) {
            throw new DecoderException("poisoned");
        }
        rows[row][position] = token;
    }

    private Logits logits(int row, int length) {
        float[] values = new float[limits.vocabulary()];
        values[next(rows[row], length, limits.vocabulary())] = 1;
        return HostLogits.of(values);
    }

    @Override
    public void copy(int from, int to, int positions) {
        check();
        Arrays.fill(rows[to], -7);
        System.arraycopy(rows[from], 0, rows[to], 0, positions);
        Arrays.fill(rows[from], -7);
    }

    private record Kept(int[] tokens, FakeDecoder decoder) implements Snapshot {

        @Override
        public int positions() {
            return tokens.length;
        }

        @Override
        public long bytes() {
            return tokens.length;
        }

        @Override
        public void close() {
            decoder.check();
            decoder.snapshots--;
        }
    }

    @Override
    public Snapshot capture(int row, int positions) {
        check();
        snapshots++;
        return new Kept(Arrays.copyOf(rows[row], positions), this);
    }

    @Override
    public void restore(Snapshot snapshot, int row) {
        check();
        Arrays.fill(rows[row], -7);
        System.arraycopy(((Kept) snapshot).tokens(), 0, rows[row], 0, snapshot.positions());
    }

    @Override
    public long snapshotBytes(int positions) {
        return positions;
    }

    @Override
    public void close() {
        check();
        closed = true;
        if (snapshots != 0) {
            throw new IllegalStateException(snapshots + " snapshots are still open");
        }
    }

    boolean isClosed() {
        return closed;
    }

    int snapshots() {
        return snapshots;
    }

    private void check() {
        if (Thread.currentThread() != owner || closed) {
            throw new IllegalStateException(
                    "used by " + Thread.currentThread() + ", closed " + closed);
        }
    }
}
