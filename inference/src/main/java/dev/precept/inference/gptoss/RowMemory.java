package dev.precept.inference.gptoss;

import dev.precept.inference.onnx.MemoryInfo;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Memory for keys and values, near to what computes with them.
interface RowMemory extends AutoCloseable {

    /// @return memory that may be sliced, but read and written only through [#copy] and by sessions
    Block allocate(long bytes);

    /// Copies between blocks of this memory.
    void copy(List<Copy> copies);

    /// Two slices of the same size that do not overlap.
    record Copy(MemorySegment from, MemorySegment to) {}

    MemoryInfo where();

    /// Blocks have to be closed before.
    @Override
    void close();

    /// A part of the memory; whoever closes it gives it back.
    interface Block extends AutoCloseable {

        MemorySegment memory();

        @Override
        void close();
    }
}
