package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/// The names of a session's inputs and outputs.
public record SessionNames(List<String> inputs, List<String> outputs) {

    private static final Api API = Api.INSTANCE;
    private static final MethodHandle INPUTS = API.checked(30, ADDRESS, ADDRESS);
    private static final MethodHandle OUTPUTS = API.checked(31, ADDRESS, ADDRESS);
    private static final MethodHandle INPUT = API.checked(36, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle OUTPUT =
            API.checked(37, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle DEFAULT_ALLOCATOR = API.checked(78, ADDRESS);
    private static final MethodHandle FREE = API.checked(76, ADDRESS, ADDRESS);

    public SessionNames {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    public static SessionNames of(OrtSession session) {
        return new SessionNames(names(session, INPUTS, INPUT), names(session, OUTPUTS, OUTPUT));
    }

    private static List<String> names(OrtSession session, MethodHandle count, MethodHandle name) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            API.check((MemorySegment) DEFAULT_ALLOCATOR.invokeExact(out));
            var allocator = out.get(ADDRESS, 0);
            API.check((MemorySegment) count.invokeExact(session.pointer(), out));
            long many = out.get(JAVA_LONG, 0);
            var names = new ArrayList<String>();
            for (long i = 0; i < many; i++) {
                API.check((MemorySegment) name.invokeExact(session.pointer(), i, allocator, out));
                var chars = out.get(ADDRESS, 0);
                names.add(Api.string(chars));
                API.check((MemorySegment) FREE.invokeExact(allocator, chars));
            }
            return names;
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }
}
