package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Memory on a device of a session.
///
/// What it gave has to be freed before it is closed, and it has to be closed before the session.
public final class OrtAllocator extends Handle {

    private static final Api API = Api.INSTANCE;
    private static final MethodHandle CREATE = API.checked(131, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle RELEASE = API.procedure(132, ADDRESS);
    private static final MethodHandle ALLOCATE = API.checked(75, ADDRESS, JAVA_LONG, ADDRESS);
    private static final MethodHandle FREE = API.checked(76, ADDRESS, ADDRESS);

    private OrtAllocator(MemorySegment pointer) {
        super(pointer, RELEASE);
    }

    public static OrtAllocator of(OrtSession session, MemoryInfo where) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            API.check((MemorySegment) CREATE.invokeExact(session.pointer(), where.pointer(), out));
            return new OrtAllocator(out.get(ADDRESS, 0));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    /// Memory that Java can slice and hand on; on a device that is not the processor it cannot be
    /// read or written from Java.
    ///
    /// @throws OrtException if the device has not so much left
    public MemorySegment allocate(long bytes) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            API.check((MemorySegment) ALLOCATE.invokeExact(pointer(), bytes, out));
            var memory = out.get(ADDRESS, 0);
            if (memory.address() == 0) {
                throw new OrtException(OrtException.FAIL, bytes + " bytes are not to be had");
            }
            return memory.reinterpret(bytes);
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    public void free(MemorySegment memory) {
        try {
            API.check((MemorySegment) FREE.invokeExact(pointer(), memory));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }
}
