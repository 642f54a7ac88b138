package dev.precept.inference.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicReference;

/// A native object and what frees it: exactly once, however often it is closed.
abstract class Handle implements AutoCloseable {

    private final AtomicReference<MemorySegment> pointer;
    private final MethodHandle release;

    Handle(MemorySegment pointer, MethodHandle release) {
        this.pointer = new AtomicReference<>(pointer);
        this.release = release;
    }

    /// @throws IllegalStateException if it was closed
    final MemorySegment pointer() {
        var alive = pointer.get();
        if (alive.address() == 0) {
            throw new IllegalStateException(getClass().getSimpleName() + " is closed");
        }
        return alive;
    }

    @Override
    public void close() {
        var last = pointer.getAndSet(MemorySegment.NULL);
        if (last.address() != 0) {
            try {
                release.invokeExact(last);
            } catch (Throwable e) {
                throw Api.failure(e);
            }
        }
    }
}
