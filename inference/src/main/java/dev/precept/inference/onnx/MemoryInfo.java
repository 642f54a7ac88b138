package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Says on which device memory lies.
public final class MemoryInfo extends Handle {

    private static final int DEVICE_ALLOCATOR = 0;
    private static final int DEFAULT = 0;
    private static final MethodHandle CREATE =
            Api.INSTANCE.checked(68, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle RELEASE = Api.INSTANCE.procedure(94, ADDRESS);

    private MemoryInfo(MemorySegment pointer) {
        super(pointer, RELEASE);
    }

    public static MemoryInfo cpu() {
        return create("Cpu", 0);
    }

    public static MemoryInfo cuda(int device) {
        return create("Cuda", device);
    }

    private static MemoryInfo create(String name, int device) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            Api.INSTANCE.check(
                    (MemorySegment)
                            CREATE.invokeExact(
                                    arena.allocateFrom(name),
                                    DEVICE_ALLOCATOR,
                                    device,
                                    DEFAULT,
                                    out));
            return new MemoryInfo(out.get(ADDRESS, 0));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }
}
