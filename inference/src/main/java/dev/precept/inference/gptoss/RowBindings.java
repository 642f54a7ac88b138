package dev.precept.inference.gptoss;

import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.OrtBinding;
import dev.precept.inference.onnx.OrtSession;
import dev.precept.inference.onnx.OrtTensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For each range of rows a binding whose keys and values, and outputs of a fixed shape, are bound
/// once: the same memory as past and as present.
final class RowBindings implements AutoCloseable {

    private final OrtSession session;
    private final ModelFolder folder;
    private final KvCache cache;
    private final StepOutputs outputs;
    private final MemoryInfo memory;
    private final Arena arena = Arena.ofConfined();
    private final @Nullable OrtBinding[][] bindings;
    private final List<OrtTensor> tensors = new ArrayList<>();

    RowBindings(
            OrtSession session,
            ModelFolder folder,
            KvCache cache,
            StepOutputs outputs,
            MemoryInfo memory,
            int mostRows) {
        this.session = session;
        this.folder = folder;
        this.cache = cache;
        this.outputs = outputs;
        this.memory = memory;
        this.bindings = new OrtBinding[mostRows][mostRows + 1];
    }

    OrtBinding rows(int first, int rows) {
        var known = bindings[first][rows];
        if (known == null) {
            known = bind(first, rows);
            bindings[first][rows] = known;
        }
        return known;
    }

    private MemorySegment name(String name) {
        return arena.allocateFrom(name);
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
        outputs.attach(binding, rows);
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
        for (var some : bindings) {
            for (var binding : some) {
                if (binding != null) {
                    binding.close();
                }
            }
        }
        tensors.forEach(OrtTensor::close);
        arena.close();
    }
}
