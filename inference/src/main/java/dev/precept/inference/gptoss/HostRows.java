package dev.precept.inference.gptoss;

import dev.precept.inference.onnx.MemoryInfo;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Keys and values in the memory of this process.
final class HostRows implements RowMemory {

    private static final int CACHE_LINE = 64;

    private final MemoryInfo where = MemoryInfo.cpu();

    @Override
    public Block allocate(long bytes) {
        return new HostBlock(bytes);
    }

    @Override
    public void copy(List<Copy> copies) {
        copies.forEach(copy -> copy.to().copyFrom(copy.from()));
    }

    @Override
    public MemoryInfo where() {
        return where;
    }

    @Override
    public void close() {
        where.close();
    }

    private static final class HostBlock implements Block {

        private final Arena arena = Arena.ofConfined();
        private final MemorySegment memory;

        HostBlock(long bytes) {
            memory = arena.allocate(bytes, CACHE_LINE);
        }

        @Override
        public MemorySegment memory() {
            return memory;
        }

        @Override
        public void close() {
            arena.close();
        }
    }
}
