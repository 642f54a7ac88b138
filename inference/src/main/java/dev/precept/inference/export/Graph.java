package dev.precept.inference.export;

import dev.precept.inference.onnx.ElementType;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/// An ONNX graph under construction. Field numbers are those of `onnx.proto`.
final class Graph {

    static final String MICROSOFT = "com.microsoft";
    private static final int IR_VERSION = 10;
    private static final int OPSET = 21;
    private static final int EXTERNAL = 1;
    private static final long SMALL = 64;

    private final ProtoWriter nodes = new ProtoWriter();
    private final ProtoWriter ends = new ProtoWriter();
    private final List<Initializer> initializers = new ArrayList<>();

    /// Adds a node and returns the name of its first output.
    String node(String operator, List<String> inputs, List<String> outputs, Attribute... more) {
        return node("", operator, inputs, outputs, more);
    }

    /// Adds a node of ONNX Runtime's own operators.
    String contrib(String operator, List<String> inputs, List<String> outputs, Attribute... more) {
        return node(MICROSOFT, operator, inputs, outputs, more);
    }

    private String node(
            String domain,
            String operator,
            List<String> inputs,
            List<String> outputs,
            Attribute... attributes) {
        var node = new ProtoWriter();
        inputs.forEach(input -> node.text(1, input));
        outputs.forEach(output -> node.text(2, output));
        node.text(3, outputs.getFirst() + "/" + operator).text(4, operator);
        for (var attribute : attributes) {
            node.message(5, attribute.encoded());
        }
        nodes.message(1, node.text(7, domain));
        return outputs.getFirst();
    }

    /// @param dimensions numbers, or names of unknown ones
    void input(String name, ElementType type, Object... dimensions) {
        ends.message(11, end(name, type, dimensions));
    }

    /// @param dimensions numbers, or names of unknown ones
    void output(String name, ElementType type, Object... dimensions) {
        ends.message(12, end(name, type, dimensions));
    }

    private static ProtoWriter end(String name, ElementType type, Object... dimensions) {
        var shape = new ProtoWriter();
        for (Object dimension : dimensions) {
            shape.message(
                    1,
                    dimension instanceof String unknown
                            ? new ProtoWriter().text(2, unknown)
                            : new ProtoWriter().number(1, ((Number) dimension).longValue()));
        }
        var tensor = new ProtoWriter().number(1, type.code()).message(2, shape);
        return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
    }

    /// Adds a constant and returns its name.
    String constant(String name, ElementType type, Initializer.Fill fill, long... shape) {
        initializers.add(new Initializer(name, type, Arrays.stream(shape).boxed().toList(), fill));
        return name;
    }

    /// The constants that do not stand in the graph itself. Small ones do: shapes are inferred from
    /// them.
    List<Initializer> outside() {
        return initializers.stream().filter(constant -> constant.bytes() > SMALL).toList();
    }

    /// The model, its large constants in a file beside it.
    byte[] encoded(String name, String file, ToLongFunction<Initializer> offset) {
        return model(
                name,
                constant ->
                        constant.bytes() <= SMALL
                                ? header(constant).bytes(9, values(constant))
                                : header(constant)
                                        .message(13, entry("location", file))
                                        .message(13, entry("offset", offset.applyAsLong(constant)))
                                        .message(13, entry("length", constant.bytes()))
                                        .number(14, EXTERNAL));
    }

    private static byte[] values(Initializer constant) {
        var bytes = new byte[Math.toIntExact(constant.bytes())];
        constant.fill().into(MemorySegment.ofArray(bytes));
        return bytes;
    }

    private interface Encoder {
        ProtoWriter encode(Initializer constant);
    }

    private byte[] model(String name, Encoder encoder) {
        var graph = new ProtoWriter();
        var body = nodes.toBytes();
        var constants = new ProtoWriter();
        initializers.forEach(constant -> constants.message(5, encoder.encode(constant)));
        var whole = graph.raw(body).text(2, name).raw(constants.toBytes()).raw(ends.toBytes());
        return new ProtoWriter()
                .number(1, IR_VERSION)
                .text(2, "precept")
                .message(7, whole)
                .message(8, new ProtoWriter().text(1, "").number(2, OPSET))
                .message(8, new ProtoWriter().text(1, MICROSOFT).number(2, 1))
                .toBytes();
    }

    private static ProtoWriter header(Initializer constant) {
        var tensor = new ProtoWriter();
        constant.shape().forEach(dimension -> tensor.number(1, dimension));
        return tensor.number(2, constant.type().code()).text(8, constant.name());
    }

    private static ProtoWriter entry(String key, Object value) {
        return new ProtoWriter().text(1, key).text(2, value.toString());
    }

    /// A named value of a node.
    sealed interface Attribute {

        String name();

        /// A whole number.
        record Int(String name, long value) implements Attribute {}

        /// A real number.
        record Real(String name, float value) implements Attribute {}

        /// A text.
        record Text(String name, String value) implements Attribute {}

        private ProtoWriter encoded() {
            var attribute = new ProtoWriter().text(1, name());
            return switch (this) {
                case Real(_, var value) -> attribute.single(2, value).number(20, 1);
                case Int(_, var value) -> attribute.number(3, value).number(20, 2);
                case Text(_, var value) -> attribute.text(4, value).number(20, 3);
            };
        }
    }
}
