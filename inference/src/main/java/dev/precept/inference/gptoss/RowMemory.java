package dev.precept.inference.gptoss;

import dev.precept.inference.onnx.MemoryInfo;
import java.lang.foreign.MemorySegment;

/// Memory for keys and values, near to what computes with them.
interface RowMemory extends AutoCloseable {

    /// @return memory that may be sliced, but read and written only through [#copy] and by sessions
    Block allocate(long bytes);

    /// Copies between blocks of this memory; both slices are of the same size.
    void copy(MemorySegment from, MemorySegment to);

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
