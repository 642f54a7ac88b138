package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/// Copies between tensors wherever they lie, many in one call (`CopyTensors`).
///
/// ONNX Runtime copies only for devices whose provider library was registered with the environment;
/// between tensors of the processor it refuses.
public final class TensorCopies {

    /// The version of the API that brought `CopyTensors`.
    private static final int SINCE = 23;

    private static final Api API = Api.INSTANCE;
    private static final MethodHandle REGISTER = API.checked(301, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle COPY =
            API.checked(386, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);

    private TensorCopies() {}

    public static boolean areKnown() {
        return API.level() >= SINCE;
    }

    /// Lets the environment copy to, from and on CUDA devices.
    ///
    /// @throws OrtException if the library cannot be loaded, or was registered before
    public static void registerCuda(OrtEnvironment environment) {
        var library =
                Library.locate()
                        .toAbsolutePath()
                        .resolveSibling(System.mapLibraryName("onnxruntime_providers_cuda"));
        try (var arena = Arena.ofConfined()) {
            API.check(
                    (MemorySegment)
                            REGISTER.invokeExact(
                                    environment.pointer(),
                                    arena.allocateFrom("cuda-copies"),
                                    arena.allocateFrom(library.toString())));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    /// Copies each tensor to the one at the same place, and waits until that is done.
    ///
    /// @throws OrtException if the runtime cannot copy between these devices
    public static void copy(OrtEnvironment environment, List<OrtTensor> from, List<OrtTensor> to) {
        try (var arena = Arena.ofConfined()) {
            API.check(
                    (MemorySegment)
                            COPY.invokeExact(
                                    environment.pointer(),
                                    pointers(from, arena),
                                    pointers(to, arena),
                                    MemorySegment.NULL,
                                    (long) from.size()));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    private static MemorySegment pointers(List<OrtTensor> tensors, Arena arena) {
        var array = arena.allocate(ADDRESS, tensors.size());
        for (int i = 0; i < tensors.size(); i++) {
            array.setAtIndex(ADDRESS, i, tensors.get(i).pointer());
        }
        return array;
    }
}
