package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Lets another thread end the runs of a session.
public final class RunOptions extends Handle {

    private static final Api API = Api.INSTANCE;
    private static final MethodHandle CREATE = API.checked(39, ADDRESS);
    private static final MethodHandle TERMINATE = API.checked(46, ADDRESS);
    private static final MethodHandle RELEASE = API.procedure(97, ADDRESS);

    private RunOptions(MemorySegment pointer) {
        super(pointer, RELEASE);
    }

    public static RunOptions create() {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            API.check((MemorySegment) CREATE.invokeExact(out));
            return new RunOptions(out.get(ADDRESS, 0));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    /// Runs with these options end as soon as they can, with an [OrtException], and later ones at
    /// once.
    public void cancel() {
        try {
            API.check((MemorySegment) TERMINATE.invokeExact(pointer()));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }
}
