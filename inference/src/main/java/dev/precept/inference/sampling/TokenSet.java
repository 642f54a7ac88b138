package dev.precept.inference.sampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/// An immutable set of token ids: a sorted list where it is small, bits where it is large.
public final class TokenSet {

    private static final int FEW = 2_048;

    private final int[] few;
    private final long[] bits;
    private final int size;

    private TokenSet(int[] few, long[] bits, int size) {
        this.few = few;
        this.bits = bits;
        this.size = size;
    }

    public static TokenSet of(BitSet ids) {
        int size = ids.cardinality();
        return size <= FEW
                ? new TokenSet(ids.stream().toArray(), new long[0], size)
                : new TokenSet(new int[0], ids.toLongArray(), size);
    }

    public static TokenSet of(int... ids) {
        var set = new BitSet();
        for (int id : ids) {
            set.set(id);
        }
        return of(set);
    }

    public int size() {
        return size;
    }

    public boolean contains(int id) {
        if (bits.length == 0) {
            return Arrays.binarySearch(few, id) >= 0;
        }
        return id >>> 6 < bits.length && (bits[id >>> 6] & 1L << id) != 0;
    }

    /// All ids in ascending order.
    public void forEach(IntConsumer action) {
        for (int id : few) {
            action.accept(id);
        }
        for (int word = 0; word < bits.length; word++) {
            for (long left = bits[word]; left != 0; left &= left - 1) {
                action.accept((word << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }
}
