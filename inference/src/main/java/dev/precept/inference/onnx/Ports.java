package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a session reads and writes, by name.
public record Ports(Map<String, Port> inputs, Map<String, Port> outputs) {

    private static final Api API = Api.INSTANCE;
    private static final MethodHandle INPUTS = API.checked(30, ADDRESS, ADDRESS);
    private static final MethodHandle OUTPUTS = API.checked(31, ADDRESS, ADDRESS);
    private static final MethodHandle INPUT_TYPE = API.checked(33, ADDRESS, JAVA_LONG, ADDRESS);
    private static final MethodHandle OUTPUT_TYPE = API.checked(34, ADDRESS, JAVA_LONG, ADDRESS);
    private static final MethodHandle INPUT = API.checked(36, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle OUTPUT =
            API.checked(37, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle TENSOR_INFO = API.checked(55, ADDRESS, ADDRESS);
    private static final MethodHandle ELEMENT_TYPE = API.checked(60, ADDRESS, ADDRESS);
    private static final MethodHandle RANK = API.checked(61, ADDRESS, ADDRESS);
    private static final MethodHandle DIMENSIONS = API.checked(62, ADDRESS, ADDRESS, JAVA_LONG);
    private static final MethodHandle FREE = API.checked(76, ADDRESS, ADDRESS);
    private static final MethodHandle DEFAULT_ALLOCATOR = API.checked(78, ADDRESS);
    private static final MethodHandle RELEASE_TYPE = API.procedure(98, ADDRESS);

    /// @throws IllegalArgumentException if there is none of that name
    public Port input(String name) {
        return named(inputs, name);
    }

    /// @throws IllegalArgumentException if there is none of that name
    public Port output(String name) {
        return named(outputs, name);
    }

    private static Port named(Map<String, Port> ports, String name) {
        var port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("the graph has no '" + name + "'");
        }
        return port;
    }

    public static Ports of(OrtSession session) {
        return new Ports(
                ports(session, INPUTS, INPUT, INPUT_TYPE),
                ports(session, OUTPUTS, OUTPUT, OUTPUT_TYPE));
    }

    private static Map<String, Port> ports(
            OrtSession session, MethodHandle count, MethodHandle name, MethodHandle type) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            API.check((MemorySegment) count.invokeExact(session.pointer(), out));
            long many = out.get(JAVA_LONG, 0);
            var ports = new LinkedHashMap<String, Port>();
            for (long i = 0; i < many; i++) {
                String called = name(session, name, i, out);
                API.check((MemorySegment) type.invokeExact(session.pointer(), i, out));
                var info = out.get(ADDRESS, 0);
                try {
                    ports.put(called, port(called, info, arena));
                } finally {
                    RELEASE_TYPE.invokeExact(info);
                }
            }
            return ports;
        } catch (Throwable e) {
            throw Api.failure(e);
        }
    }

    private static String name(OrtSession session, MethodHandle name, long index, MemorySegment out)
            throws Throwable {
        API.check((MemorySegment) DEFAULT_ALLOCATOR.invokeExact(out));
        var allocator = out.get(ADDRESS, 0);
        API.check((MemorySegment) name.invokeExact(session.pointer(), index, allocator, out));
        var chars = out.get(ADDRESS, 0);
        String text = Api.string(chars);
        API.check((MemorySegment) FREE.invokeExact(allocator, chars));
        return text;
    }

    private static Port port(String name, MemorySegment info, Arena arena) throws Throwable {
        var out = arena.allocate(ADDRESS);
        API.check((MemorySegment) TENSOR_INFO.invokeExact(info, out));
        var tensor = out.get(ADDRESS, 0);
        API.check((MemorySegment) ELEMENT_TYPE.invokeExact(tensor, out));
        var type = ElementType.of(out.get(JAVA_INT, 0));
        API.check((MemorySegment) RANK.invokeExact(tensor, out));
        long rank = out.get(JAVA_LONG, 0);
        var dimensions = arena.allocate(JAVA_LONG, Math.max(1, rank));
        API.check((MemorySegment) DIMENSIONS.invokeExact(tensor, dimensions, rank));
        List<Long> shape = new ArrayList<>();
        for (long i = 0; i < rank; i++) {
            shape.add(dimensions.getAtIndex(JAVA_LONG, i));
        }
        return new Port(name, type, shape);
    }
}
