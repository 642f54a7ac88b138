package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// A tensor over memory that somebody else owns and that must outlive it.
public final class OrtTensor extends Handle {

    private static final MethodHandle CREATE =
            Api.INSTANCE.checked(
                    49, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS);
    private static final MethodHandle RELEASE = Api.INSTANCE.procedure(96, ADDRESS);

    private OrtTensor(MemorySegment pointer) {
        super(pointer, RELEASE);
    }

    /// @param data native memory on the device that `where` names, at least as large as the shape
    ///   says
    public static OrtTensor over(
            MemoryInfo where, MemorySegment data, ElementType type, long... shape) {
        long bytes = type.bytes();
        for (long dimension : shape) {
            bytes = Math.multiplyExact(bytes, dimension);
        }
        if (bytes > data.byteSize()) {
            throw new IllegalArgumentException(
                    "the tensor takes " + bytes + " bytes, the memory has " + data.byteSize());
        }
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            Api.INSTANCE.check(
                    (MemorySegment)
                            CREATE.invokeExact(
                                    where.pointer(),
                                    data,
                                    bytes,
                                    arena.allocateFrom(JAVA_LONG, shape),
                                    (long) shape.length,
                                    type.code(),
                                    out));
            return new OrtTensor(out.get(ADDRESS, 0));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }
}
