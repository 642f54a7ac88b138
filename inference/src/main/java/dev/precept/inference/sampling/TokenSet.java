package dev.precept.inference.sampling;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
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

    /// The id with the largest of these values; of several the smallest, -1 if there is none above
    /// minus infinity.
    ///
    /// @param values 32-bit floats, one for each id
    int best(MemorySegment values) {
        int best = -1;
        float most = Float.NEGATIVE_INFINITY;
        for (int id : few) {
            float value = values.get(JAVA_FLOAT_UNALIGNED, (long) id * Float.BYTES);
            if (value > most) {
                most = value;
                best = id;
            }
        }
        for (int word = 0; word < bits.length; word++) {
            for (long left = bits[word]; left != 0; left &= left - 1) {
                int id = (word << 6) + Long.numberOfTrailingZeros(left);
                float value = values.get(JAVA_FLOAT_UNALIGNED, (long) id * Float.BYTES);
                if (value > most) {
                    most = value;
                    best = id;
                }
            }
        }
        return best;
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
