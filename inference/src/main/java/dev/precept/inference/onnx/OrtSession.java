package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/// A loaded model. Runs through an [OrtBinding].
public final class OrtSession extends Handle {

    private static final Api API = Api.INSTANCE;
    private static final MethodHandle CREATE = API.checked(7, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle CREATE_FROM_BYTES =
            API.checked(8, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle RELEASE = API.procedure(95, ADDRESS);

    private OrtSession(MemorySegment pointer) {
        super(pointer, RELEASE);
    }

    /// Loads a model; external data is looked for beside it.
    public static OrtSession open(OrtEnvironment environment, Path model, SessionOptions options) {
        if (!Files.isReadable(model)) {
            throw new OrtException(3, model + " is not there or cannot be read");
        }
        try (var arena = Arena.ofConfined();
                var prepared = NativeOptions.of(options)) {
            var out = arena.allocate(ADDRESS);
            API.check(
                    (MemorySegment)
                            CREATE.invokeExact(
                                    environment.pointer(),
                                    arena.allocateFrom(model.toString()),
                                    prepared.pointer(),
                                    out));
            return new OrtSession(out.get(ADDRESS, 0));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    /// Loads a model without external data.
    public static OrtSession open(
            OrtEnvironment environment, byte[] model, SessionOptions options) {
        try (var arena = Arena.ofConfined();
                var prepared = NativeOptions.of(options)) {
            var out = arena.allocate(ADDRESS);
            var bytes = arena.allocate(model.length, 64).copyFrom(MemorySegment.ofArray(model));
            API.check(
                    (MemorySegment)
                            CREATE_FROM_BYTES.invokeExact(
                                    environment.pointer(),
                                    bytes,
                                    (long) model.length,
                                    prepared.pointer(),
                                    out));
            return new OrtSession(out.get(ADDRESS, 0));
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }
}
