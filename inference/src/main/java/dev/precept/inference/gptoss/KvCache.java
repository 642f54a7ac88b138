package dev.precept.inference.gptoss;

import dev.precept.inference.engine.Decoder.Snapshot;
import dev.precept.inference.modelfolder.ModelFolder.Cache;
import dev.precept.inference.onnx.ElementType;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Keys and values of all rows: for each layer and half one buffer `[rows, heads, context, head
/// size]`, read as past and written as present.
final class KvCache implements AutoCloseable {

    private final Cache shape;
    private final ElementType type;
    private final int context;
    private final RowMemory memory;
    private final List<RowMemory.Block> halves = new ArrayList<>();

    KvCache(RowMemory memory, Cache shape, ElementType type, int rows, int context) {
        this.memory = memory;
        this.shape = shape;
        this.type = type;
        this.context = context;
        try {
            for (int half = 0; half < 2 * shape.layers(); half++) {
                halves.add(memory.allocate(rows * rowBytes()));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    ElementType type() {
        return type;
    }

    /// Keys, or values, of several rows in one layer.
    MemorySegment rows(int layer, boolean keys, int first, int rows) {
        var half = halves.get(2 * layer + (keys ? 0 : 1));
        return half.memory().asSlice(first * rowBytes(), rows * rowBytes());
    }

    void copy(int from, int to, int positions) {
        long run = positions * positionBytes();
        for (var half : halves) {
            for (int head = 0; head < shape.heads(); head++) {
                memory.copy(
                        half.memory().asSlice(at(from, head), run),
                        half.memory().asSlice(at(to, head), run));
            }
        }
    }

    Snapshot capture(int row, int positions) {
        var snapshot = new Kept(memory.allocate(snapshotBytes(positions)), positions);
        each(snapshot, row, (inside, outside) -> memory.copy(inside, outside));
        return snapshot;
    }

    void restore(Snapshot snapshot, int row) {
        each((Kept) snapshot, row, (inside, outside) -> memory.copy(outside, inside));
    }

    /// A head of a row, and where a snapshot keeps it.
    private interface Pair {
        void of(MemorySegment inside, MemorySegment outside);
    }

    private void each(Kept kept, int row, Pair pair) {
        long run = kept.positions() * positionBytes();
        long at = 0;
        for (var half : halves) {
            for (int head = 0; head < shape.heads(); head++) {
                pair.of(
                        half.memory().asSlice(at(row, head), run),
                        kept.block().memory().asSlice(at, run));
                at += run;
            }
        }
    }

    long snapshotBytes(int positions) {
        return 2L * shape.layers() * shape.heads() * positions * positionBytes();
    }

    /// Where a head of a row begins in a buffer.
    private long at(int row, int head) {
        return row * rowBytes() + head * context * positionBytes();
    }

    private long rowBytes() {
        return shape.heads() * context * positionBytes();
    }

    /// Of one head.
    private long positionBytes() {
        return (long) shape.headSize() * type.bytes();
    }

    @Override
    public void close() {
        halves.forEach(RowMemory.Block::close);
        halves.clear();
    }

    private record Kept(RowMemory.Block block, int positions) implements Snapshot {

        @Override
        public long bytes() {
            return block.memory().byteSize();
        }

        @Override
        public void close() {
            block.close();
        }
    }
}
