package dev.precept.inference.gptoss;

import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.OrtBinding;
import dev.precept.inference.onnx.OrtSession;
import dev.precept.inference.onnx.OrtTensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// For each range of rows a binding whose keys and values are bound once: the same memory as past
/// and as present.
final class RowBindings implements AutoCloseable {

    private final OrtSession session;
    private final ModelFolder folder;
    private final KvCache cache;
    private final MemoryInfo memory;
    private final Arena arena = Arena.ofConfined();
    private final Map<String, MemorySegment> names = new HashMap<>();
    private final Map<Long, OrtBinding> bindings = new HashMap<>();
    private final List<OrtTensor> tensors = new ArrayList<>();

    RowBindings(OrtSession session, ModelFolder folder, KvCache cache, MemoryInfo memory) {
        this.session = session;
        this.folder = folder;
        this.cache = cache;
        this.memory = memory;
    }

    OrtBinding rows(int first, int rows) {
        return bindings.computeIfAbsent((long) first << 32 | rows, _ -> bind(first, rows));
    }

    /// A name as native calls want it.
    MemorySegment name(String name) {
        return names.computeIfAbsent(name, arena::allocateFrom);
    }

    private OrtBinding bind(int first, int rows) {
        var binding = OrtBinding.of(session);
        for (int layer = 0; layer < folder.cache().layers(); layer++) {
            var keys = tensor(layer, cache.rows(layer, true, first, rows), rows);
            binding.input(name(folder.names().pastKey(layer)), keys);
            binding.output(name(folder.names().presentKey(layer)), keys);
            var values = tensor(layer, cache.rows(layer, false, first, rows), rows);
            binding.input(name(folder.names().pastValue(layer)), values);
            binding.output(name(folder.names().presentValue(layer)), values);
        }
        return binding;
    }

    private OrtTensor tensor(int layer, MemorySegment data, int rows) {
        var shape = folder.cache();
        var tensor =
                OrtTensor.over(
                        memory,
                        data,
                        cache.type(),
                        rows,
                        shape.heads(),
                        cache.capacity(layer),
                        shape.headSize());
        tensors.add(tensor);
        return tensor;
    }

    @Override
    public void close() {
        bindings.values().forEach(OrtBinding::close);
        tensors.forEach(OrtTensor::close);
        arena.close();
    }
}
