package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Which tensors a run reads and writes. A name that is bound again forgets its earlier tensor.
///
/// Bound tensors must stay open until they are replaced or the binding is closed.
public final class OrtBinding extends Handle {

    private static final Api API = Api.INSTANCE;
    private static final MethodHandle CREATE = API.checked(134, ADDRESS, ADDRESS);
    private static final MethodHandle RELEASE = API.procedure(135, ADDRESS);
    private static final MethodHandle INPUT = API.checked(136, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle OUTPUT = API.checked(137, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle RUN = API.checked(133, ADDRESS, ADDRESS, ADDRESS);

    private final OrtSession session;

    private OrtBinding(OrtSession session, MemorySegment pointer) {
        super(pointer, RELEASE);
        this.session = session;
    }

    public static OrtBinding of(OrtSession session) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            API.check((MemorySegment) CREATE.invokeExact(session.pointer(), out));
            return new OrtBinding(session, out.get(ADDRESS, 0));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    /// @param name zero-terminated, as [Arena#allocateFrom(String)] makes it
    public void input(MemorySegment name, OrtTensor tensor) {
        try {
            API.check((MemorySegment) INPUT.invokeExact(pointer(), name, tensor.pointer()));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    /// @param name zero-terminated, as [Arena#allocateFrom(String)] makes it
    public void output(MemorySegment name, OrtTensor tensor) {
        try {
            API.check((MemorySegment) OUTPUT.invokeExact(pointer(), name, tensor.pointer()));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    /// One pass of the model.
    public void run(RunOptions options) {
        try {
            API.check(
                    (MemorySegment)
                            RUN.invokeExact(session.pointer(), options.pointer(), pointer()));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }
}
