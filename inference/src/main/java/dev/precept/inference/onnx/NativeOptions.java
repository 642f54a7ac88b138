package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// [SessionOptions] as ONNX Runtime wants them, for the time in which a session is made.
final class NativeOptions extends Handle {

    private static final int ALL_OPTIMISATIONS = 99;
    private static final Api API = Api.INSTANCE;
    private static final MethodHandle CREATE = API.checked(10, ADDRESS);
    private static final MethodHandle RELEASE = API.procedure(100, ADDRESS);
    private static final MethodHandle PROFILE = API.checked(14, ADDRESS, ADDRESS);
    private static final MethodHandle OPTIMISE = API.checked(23, ADDRESS, JAVA_INT);
    private static final MethodHandle THREADS = API.checked(24, ADDRESS, JAVA_INT);
    private static final MethodHandle ENTRY = API.checked(130, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle APPEND_CUDA = API.checked(204, ADDRESS, ADDRESS);
    private static final MethodHandle CREATE_CUDA = API.checked(205, ADDRESS);
    private static final MethodHandle UPDATE_CUDA =
            API.checked(206, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
    private static final MethodHandle RELEASE_CUDA = API.procedure(208, ADDRESS);

    private NativeOptions(MemorySegment pointer) {
        super(pointer, RELEASE);
    }

    static NativeOptions of(SessionOptions options) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            API.check((MemorySegment) CREATE.invokeExact(out));
            var made = new NativeOptions(out.get(ADDRESS, 0));
            try {
                made.apply(options, arena);
                return made;
            } catch (Throwable e) {
                made.close();
                throw e;
            }
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    private void apply(SessionOptions options, Arena arena) throws Throwable {
        API.check((MemorySegment) OPTIMISE.invokeExact(pointer(), ALL_OPTIMISATIONS));
        API.check((MemorySegment) THREADS.invokeExact(pointer(), options.threads()));
        for (var entry : options.entries().entrySet()) {
            API.check(
                    (MemorySegment)
                            ENTRY.invokeExact(
                                    pointer(),
                                    arena.allocateFrom(entry.getKey()),
                                    arena.allocateFrom(entry.getValue())));
        }
        if (options.profile() != null) {
            var prefix = arena.allocateFrom(options.profile().toString());
            API.check((MemorySegment) PROFILE.invokeExact(pointer(), prefix));
        }
        switch (options.provider()) {
            case SessionOptions.Provider.Cpu() -> {}
            case SessionOptions.Provider.Cuda cuda -> {
                try {
                    append(cuda, arena);
                } catch (OrtException e) {
                    throw new OrtException(
                            e.code(),
                            "CUDA cannot be used: "
                                    + e.reason()
                                    + "; it needs a build with -Pgpu, CUDA 12 and a graphics processor"
                                    + " of NVIDIA; without them choose the processor");
                }
            }
        }
    }

    private void append(SessionOptions.Provider.Cuda cuda, Arena arena) throws Throwable {
        var all = new HashMap<>(cuda.options());
        all.put("device_id", Integer.toString(cuda.device()));
        var out = arena.allocate(ADDRESS);
        API.check((MemorySegment) CREATE_CUDA.invokeExact(out));
        var native_ = out.get(ADDRESS, 0);
        try {
            API.check(
                    (MemorySegment)
                            UPDATE_CUDA.invokeExact(
                                    native_,
                                    strings(List.copyOf(all.keySet()), arena),
                                    strings(values(all), arena),
                                    (long) all.size()));
            API.check((MemorySegment) APPEND_CUDA.invokeExact(pointer(), native_));
        } finally {
            RELEASE_CUDA.invokeExact(native_);
        }
    }

    private static List<String> values(Map<String, String> all) {
        return List.copyOf(all.keySet()).stream().map(all::get).toList();
    }

    private static MemorySegment strings(List<String> texts, Arena arena) {
        var array = arena.allocate(ADDRESS, texts.size());
        for (int i = 0; i < texts.size(); i++) {
            array.setAtIndex(ADDRESS, i, arena.allocateFrom(texts.get(i)));
        }
        return array;
    }
}
