package dev.precept.inference.gptoss;

import dev.precept.inference.engine.Decoder.Snapshot;
import dev.precept.inference.gptoss.RowMemory.Copy;
import dev.precept.inference.modelfolder.ModelFolder.Cache;
import dev.precept.inference.onnx.ElementType;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Keys and values of all rows: for each layer and half one buffer `[rows, heads, capacity, head
/// size]`, read as past and written as present.
///
/// A layer has the capacity of the context or, where its graph keeps a sliding window only, of the
/// window: its newest positions then stand in front, without gaps.
final class KvCache implements AutoCloseable {

    private final Cache shape;
    private final ElementType type;
    private final List<Integer> capacities;
    private final RowMemory memory;
    private final List<RowMemory.Block> halves = new ArrayList<>();

    /// @param capacities positions of a row, by layer
    KvCache(RowMemory memory, Cache shape, ElementType type, int rows, List<Integer> capacities) {
        this.memory = memory;
        this.shape = shape;
        this.type = type;
        this.capacities = List.copyOf(capacities);
        try {
            for (int half = 0; half < 2 * shape.layers(); half++) {
                halves.add(memory.allocate(rows * rowBytes(half)));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    ElementType type() {
        return type;
    }

    int capacity(int layer) {
        return capacities.get(layer);
    }

    /// Keys, or values, of several rows in one layer.
    MemorySegment rows(int layer, boolean keys, int first, int rows) {
        int half = 2 * layer + (keys ? 0 : 1);
        return halves.get(half).memory().asSlice(first * rowBytes(half), rows * rowBytes(half));
    }

    void copy(int from, int to, int positions) {
        var copies = new ArrayList<Copy>(halves.size() * shape.heads());
        for (int half = 0; half < halves.size(); half++) {
            for (int head = 0; head < shape.heads(); head++) {
                copies.add(
                        new Copy(run(half, from, head, positions), run(half, to, head, positions)));
            }
        }
        memory.copy(copies);
    }

    Snapshot capture(int row, int positions) {
        var snapshot = new Kept(memory.allocate(snapshotBytes(positions)), positions);
        var copies = new ArrayList<Copy>();
        each(snapshot, row, (inside, outside) -> copies.add(new Copy(inside, outside)));
        memory.copy(copies);
        return snapshot;
    }

    void restore(Snapshot snapshot, int row) {
        var copies = new ArrayList<Copy>();
        each((Kept) snapshot, row, (inside, outside) -> copies.add(new Copy(outside, inside)));
        memory.copy(copies);
    }

    /// A head of a row, and where a snapshot keeps it.
    private interface Pair {
        void of(MemorySegment inside, MemorySegment outside);
    }

    private void each(Kept kept, int row, Pair pair) {
        long at = 0;
        for (int half = 0; half < halves.size(); half++) {
            for (int head = 0; head < shape.heads(); head++) {
                var inside = run(half, row, head, kept.positions());
                pair.of(inside, kept.block().memory().asSlice(at, inside.byteSize()));
                at += inside.byteSize();
            }
        }
    }

    long snapshotBytes(int positions) {
        long kept = 0;
        for (int capacity : capacities) {
            kept += Math.min(positions, capacity);
        }
        return 2L * shape.heads() * kept * positionBytes();
    }

    /// What one head of a row keeps of so many positions.
    private MemorySegment run(int half, int row, int head, int positions) {
        int capacity = capacity(half / 2);
        long at = row * rowBytes(half) + (long) head * capacity * positionBytes();
        long bytes = Math.min(positions, capacity) * positionBytes();
        return halves.get(half).memory().asSlice(at, bytes);
    }

    private long rowBytes(int half) {
        return (long) shape.heads() * capacity(half / 2) * positionBytes();
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
