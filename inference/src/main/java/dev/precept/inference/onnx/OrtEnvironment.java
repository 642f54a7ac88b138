package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// ONNX Runtime's logging and shared state. Close it after its sessions.
public final class OrtEnvironment extends Handle {

    /// Its warnings speak of graphs and kernels, to those who build them.
    private static final int ERROR = 3;

    private static final MethodHandle CREATE = Api.INSTANCE.checked(3, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle RELEASE = Api.INSTANCE.procedure(92, ADDRESS);

    private OrtEnvironment(MemorySegment pointer) {
        super(pointer, RELEASE);
    }

    public static OrtEnvironment create() {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            Api.INSTANCE.check(
                    (MemorySegment) CREATE.invokeExact(ERROR, arena.allocateFrom("precept"), out));
            return new OrtEnvironment(out.get(ADDRESS, 0));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    /// For example `1.29.0`.
    public static String version() {
        return Api.INSTANCE.version;
    }
}
