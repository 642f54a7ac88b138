package dev.precept.inference.modelfolder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an ONNX file says of itself: its operators, and where its weights lie.
///
/// Read from the file's own bytes, without loading a weight. Field numbers are those of
/// `onnx.proto`.
///
/// @param operators how many nodes of each, by name with domain
/// @param constants tensors of weights
/// @param weights their bytes
/// @param files the data files beside the graph, with the bytes that the graph needs of each
/// @param offsets where tensors begin in their data file, by name
/// @param inputs the tensors that go in, by name
public record OnnxGraph(
        long opset,
        Map<String, Integer> operators,
        int constants,
        long weights,
        Map<String, Long> files,
        Map<String, Long> offsets,
        Map<String, Input> inputs) {

    /// @param type as ONNX codes it; 0 if it is no tensor
    /// @param shape -1 where a dimension is known only when the graph runs
    public record Input(int type, List<Long> shape) {

        public Input {
            shape = List.copyOf(shape);
        }
    }

    public OnnxGraph {
        operators = new TreeMap<>(operators);
        files = new TreeMap<>(files);
        offsets = new TreeMap<>(offsets);
        inputs = new TreeMap<>(inputs);
    }

    /// @throws ModelFolderException if it is no ONNX file, or a data file is missing or cut off
    public static OnnxGraph read(Path file) {
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            var found = new Found();
            found.model(new ProtoReader(bytes));
            var graph =
                    new OnnxGraph(
                            found.opset,
                            found.operators,
                            found.constants,
                            found.weights,
                            found.files,
                            found.offsets,
                            found.inputs);
            graph.requireData(file);
            return graph;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new ModelFolderException(file + " is cut off or no ONNX file", e);
        } catch (IOException e) {
            throw new ModelFolderException(file + " is not there or cannot be read", e);
        }
    }

    public int nodes() {
        return operators.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Whether a tensor lies in a data file.
    public boolean has(String tensor) {
        return offsets.containsKey(tensor);
    }

    /// Where a tensor begins in its data file.
    ///
    /// @throws ModelFolderException if the graph has no such tensor outside
    public long offset(String tensor) {
        Long known = offsets.get(tensor);
        if (known == null) {
            throw new ModelFolderException("the graph has no tensor " + tensor + " in a data file");
        }
        return known;
    }

    private void requireData(Path graph) throws IOException {
        if (operators.isEmpty()) {
            throw new ModelFolderException(graph + " has no nodes: it is cut off or no ONNX file");
        }
        for (var needed : files.entrySet()) {
            Path data = graph.resolveSibling(needed.getKey());
            if (!Files.isRegularFile(data)) {
                throw new ModelFolderException(
                        graph + " needs " + needed.getKey() + ", which is not there");
            }
            if (Files.size(data) < needed.getValue()) {
                throw new ModelFolderException(
                        "%s is cut off: it has %d bytes, the graph needs %d"
                                .formatted(data, Files.size(data), needed.getValue()));
            }
        }
    }

    /// What is being counted.
    private static final class Found {

        private long opset;
        private final Map<String, Integer> operators = new TreeMap<>();
        private int constants;
        private long weights;
        private final Map<String, Long> files = new TreeMap<>();
        private final Map<String, Long> offsets = new TreeMap<>();
        private final Map<String, Input> inputs = new TreeMap<>();

        void model(ProtoReader model) {
            while (model.next()) {
                switch (model.field()) {
                    case 7 -> graph(model.message());
                    case 8 -> opset(model.message());
                    default -> {}
                }
            }
        }

        private void opset(ProtoReader entry) {
            String domain = "";
            long version = 0;
            while (entry.next()) {
                switch (entry.field()) {
                    case 1 -> domain = entry.text();
                    case 2 -> version = entry.number();
                    default -> {}
                }
            }
            if (domain.isEmpty() || domain.equals("ai.onnx")) {
                opset = version;
            }
        }

        private void graph(ProtoReader graph) {
            while (graph.next()) {
                switch (graph.field()) {
                    case 1 -> node(graph.message());
                    case 5 -> constant(graph.message());
                    case 11 -> input(graph.message());
                    default -> {}
                }
            }
        }

        private void node(ProtoReader node) {
            String operator = "";
            String domain = "";
            while (node.next()) {
                switch (node.field()) {
                    case 4 -> operator = node.text();
                    case 7 -> domain = node.text() + ":";
                    default -> {}
                }
            }
            operators.merge((domain.equals(":") ? "" : domain) + operator, 1, Integer::sum);
        }

        private void constant(ProtoReader tensor) {
            constants++;
            String name = "";
            var outside = new TreeMap<String, String>();
            while (tensor.next()) {
                switch (tensor.field()) {
                    case 8 -> name = tensor.text();
                    case 9 -> weights += tensor.length();
                    case 13 -> entry(tensor.message(), outside);
                    default -> {}
                }
            }
            if (outside.containsKey("location")) {
                long length = Long.parseLong(outside.getOrDefault("length", "0"));
                long offset = Long.parseLong(outside.getOrDefault("offset", "0"));
                weights += length;
                offsets.put(name, offset);
                files.merge(outside.get("location"), offset + length, Math::max);
            }
        }

        private void input(ProtoReader input) {
            String name = "";
            var type = new Input(0, List.of());
            while (input.next()) {
                switch (input.field()) {
                    case 1 -> name = input.text();
                    case 2 -> type = tensor(input.message());
                    default -> {}
                }
            }
            inputs.put(name, type);
        }

        private static Input tensor(ProtoReader type) {
            int element = 0;
            var shape = new ArrayList<Long>();
            while (type.next()) {
                if (type.field() == 1) {
                    var tensor = type.message();
                    while (tensor.next()) {
                        switch (tensor.field()) {
                            case 1 -> element = (int) tensor.number();
                            case 2 -> dimensions(tensor.message(), shape);
                            default -> {}
                        }
                    }
                }
            }
            return new Input(element, shape);
        }

        private static void dimensions(ProtoReader shape, List<Long> to) {
            while (shape.next()) {
                if (shape.field() == 1) {
                    var dimension = shape.message();
                    long size = -1;
                    while (dimension.next()) {
                        size = dimension.field() == 1 ? dimension.number() : size;
                    }
                    to.add(size);
                }
            }
        }

        private static void entry(ProtoReader entry, Map<String, String> target) {
            String key = "";
            String value = "";
            while (entry.next()) {
                switch (entry.field()) {
                    case 1 -> key = entry.text();
                    case 2 -> value = entry.text();
                    default -> {}
                }
            }
            target.put(key, value);
        }
    }
}
