package dev.precept.inference.gptoss;

import dev.precept.inference.engine.Decoder.Snapshot;
import dev.precept.inference.modelfolder.ModelFolder.Cache;
import dev.precept.inference.onnx.ElementType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Keys and values of all rows in host memory: for each layer and half one buffer `[rows, heads,
/// context, head size]`, read as past and written as present.
final class KvCache implements AutoCloseable {

    private final Cache shape;
    private final ElementType type;
    private final int context;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment[] halves;

    KvCache(Cache shape, ElementType type, int rows, int context) {
        this.shape = shape;
        this.type = type;
        this.context = context;
        this.halves = new MemorySegment[2 * shape.layers()];
        for (int half = 0; half < halves.length; half++) {
            halves[half] = arena.allocate(rows * rowBytes(), 64);
        }
    }

    ElementType type() {
        return type;
    }

    /// Keys, or values, of several rows in one layer.
    MemorySegment rows(int layer, boolean keys, int first, int rows) {
        var half = halves[2 * layer + (keys ? 0 : 1)];
        return half.asSlice(first * rowBytes(), rows * rowBytes());
    }

    void copy(int from, int to, int positions) {
        for (var half : halves) {
            for (int head = 0; head < shape.heads(); head++) {
                MemorySegment.copy(
                        half, at(from, head), half, at(to, head), positions * positionBytes());
            }
        }
    }

    Snapshot capture(int row, int positions) {
        var snapshot = new HostSnapshot(snapshotBytes(positions), positions);
        long run = positions * positionBytes();
        long at = 0;
        for (var half : halves) {
            for (int head = 0; head < shape.heads(); head++) {
                MemorySegment.copy(half, at(row, head), snapshot.kept, at, run);
                at += run;
            }
        }
        return snapshot;
    }

    void restore(Snapshot snapshot, int row) {
        var host = (HostSnapshot) snapshot;
        long run = host.positions() * positionBytes();
        long at = 0;
        for (var half : halves) {
            for (int head = 0; head < shape.heads(); head++) {
                MemorySegment.copy(host.kept, at, half, at(row, head), run);
                at += run;
            }
        }
    }

    long snapshotBytes(int positions) {
        return (long) halves.length * shape.heads() * positions * positionBytes();
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
        arena.close();
    }

    private static final class HostSnapshot implements Snapshot {

        private final Arena own = Arena.ofConfined();
        private final MemorySegment kept;
        private final int positions;

        HostSnapshot(long bytes, int positions) {
            this.kept = own.allocate(bytes, 64);
            this.positions = positions;
        }

        @Override
        public int positions() {
            return positions;
        }

        @Override
        public long bytes() {
            return kept.byteSize();
        }

        @Override
        public void close() {
            own.close();
        }
    }
}
