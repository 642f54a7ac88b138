package dev.precept.inference.gptoss;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.precept.inference.engine.Decoder;
import dev.precept.inference.engine.DecoderException;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.onnx.ElementType;
import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.OrtBinding;
import dev.precept.inference.onnx.OrtEnvironment;
import dev.precept.inference.onnx.OrtException;
import dev.precept.inference.onnx.OrtSession;
import dev.precept.inference.onnx.OrtTensor;
import dev.precept.inference.onnx.Ports;
import dev.precept.inference.onnx.RunOptions;
import dev.precept.inference.onnx.SessionOptions;
import dev.precept.inference.onnx.SessionOptions.Provider;
import dev.precept.inference.sampling.Logits;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// A gpt-oss model on ONNX Runtime, over rows of keys and values on the device that computes.
///
/// A pass writes into the rows it reads: no key or value is ever copied by a step.
public final class OrtDecoder implements Decoder {

    private final ModelFolder folder;
    private final Limits limits;
    private final Arena arena = Arena.ofConfined();
    private final List<AutoCloseable> owned = new ArrayList<>();
    private final OrtSession session;
    private final MemoryInfo memory;
    private final RunOptions options;
    private final KvCache cache;
    private final StepOutputs outputs;
    private final RowBindings bindings;
    private final MemorySegment ids;
    private final MemorySegment mask;
    private final MemorySegment ones;

    /// @param limits of the vocabulary that the folder has
    /// @throws DecoderException if the model cannot be loaded
    public OrtDecoder(ModelFolder folder, Limits limits, SessionOptions how) {
        this(folder, limits, how, OrtDecoder::nearTheModel);
    }

    /// Makes the memory for keys and values.
    interface RowsOf {
        RowMemory make(OrtEnvironment environment, OrtSession session, SessionOptions how);
    }

    private static RowMemory nearTheModel(
            OrtEnvironment environment, OrtSession session, SessionOptions how) {
        return switch (how.provider()) {
            case Provider.Cpu() -> new HostRows();
            case Provider.Cuda cuda ->
                    new DeviceRows(environment, session, how, MemoryInfo.cuda(cuda.device()));
        };
    }

    OrtDecoder(ModelFolder folder, Limits limits, SessionOptions how, RowsOf rowsOf) {
        this.folder = folder;
        this.limits = limits;
        try {
            var environment = own(OrtEnvironment.create());
            session = own(OrtSession.open(environment, folder.graph(), how));
            var ports = Ports.of(session);
            Fit.check(folder, ports);
            Fit.checkType(folder, ports, how.provider());
            memory = own(MemoryInfo.cpu());
            options = own(RunOptions.create());
            var type = ports.input(folder.names().pastKey(0)).type();
            var rows = own(rowsOf.make(environment, session, how));
            cache = own(new KvCache(rows, folder.cache(), type, limits.rows(), capacities(ports)));
            outputs = own(new StepOutputs(folder, ports, limits.rows(), limits.chunk()));
            bindings = own(new RowBindings(session, folder, cache, rows.where()));
        } catch (RuntimeException e) {
            close();
            throw failure(e);
        }
        ids = arena.allocate(JAVA_LONG, Math.max(limits.rows(), limits.chunk()));
        mask = arena.allocate(JAVA_LONG, (long) limits.rows() * limits.context());
        ones = arena.allocate(JAVA_LONG, limits.context());
        for (int i = 0; i < limits.context(); i++) {
            ones.setAtIndex(JAVA_LONG, i, 1);
        }
    }

    /// Positions of a row in each layer: as many as the graph says, else those of the context.
    private List<Integer> capacities(Ports ports) {
        var capacities = new ArrayList<Integer>();
        for (int layer = 0; layer < folder.cache().layers(); layer++) {
            long own = ports.input(folder.names().pastKey(layer)).shape().get(2);
            capacities.add(own > 0 ? Math.toIntExact(own) : limits.context());
        }
        return capacities;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Logits prefill(int row, int position, int[] tokens, int from, int to) {
        int count = to - from;
        if (count > limits.chunk() || position + count > limits.context()) {
            throw new DecoderException(
                    "%d tokens at position %d do not fit: chunks have %d, rows %d"
                            .formatted(count, position, limits.chunk(), limits.context()));
        }
        for (int i = 0; i < count; i++) {
            ids.setAtIndex(JAVA_LONG, i, tokens[from + i]);
        }
        int width = position + count;
        lengthen(0, width, width);
        run(bindings.rows(row, 1), 1, count, width);
        return outputs.logits(0);
    }

    @Override
    public Step decode(int first, int rows, int[] tokens, int[] positions) {
        int width = 0;
        for (int i = 0; i < rows; i++) {
            ids.setAtIndex(JAVA_LONG, i, tokens[i]);
            width = Math.max(width, positions[i] + 1);
        }
        if (width > limits.context()) {
            throw new DecoderException(
                    "position %d is past the context of %d".formatted(width - 1, limits.context()));
        }
        for (int i = 0; i < rows; i++) {
            lengthen(i, positions[i] + 1, width);
        }
        run(bindings.rows(first, rows), rows, 1, width);
        return outputs;
    }

    /// One row of the mask: so many ones, then zeros.
    private void lengthen(int index, int length, int width) {
        long at = (long) index * width * Long.BYTES;
        long full = (long) length * Long.BYTES;
        MemorySegment.copy(ones, 0, mask, at, full);
        mask.asSlice(at + full, (long) (width - length) * Long.BYTES).fill((byte) 0);
    }

    /// Inputs are bound for every pass: on another device that is when they are copied to it.
    private void run(OrtBinding binding, int rows, int tokensEach, int width) {
        try (var pass = new Pass(binding, memory)) {
            pass.input(bindings.name(folder.names().inputIds()), ids, rows, tokensEach);
            pass.input(bindings.name(folder.names().attentionMask()), mask, rows, width);
            outputs.bind(
                    folder.names().logits(),
                    rows,
                    tokensEach,
                    (name, target, type, shape) ->
                            pass.output(bindings.name(name), target, type, shape));
            binding.run(options);
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    @Override
    public void copy(int from, int to, int positions) {
        cache.copy(from, to, positions);
    }

    @Override
    public Snapshot capture(int row, int positions) {
        return cache.capture(row, positions);
    }

    @Override
    public void restore(Snapshot snapshot, int row) {
        cache.restore(snapshot, row);
    }

    @Override
    public long snapshotBytes(int positions) {
        return cache.snapshotBytes(positions);
    }

    private <T extends AutoCloseable> T own(T resource) {
        owned.add(resource);
        return resource;
    }

    private static RuntimeException failure(RuntimeException e) {
        return e instanceof OrtException known
                ? new DecoderException(String.valueOf(known.getMessage()), known)
                : e;
    }

    @Override
    public void close() {
        for (var resource : owned.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new DecoderException("a native object could not be freed", e);
            }
        }
        owned.clear();
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    /// The tensors of one pass.
    private record Pass(OrtBinding binding, MemoryInfo memory, List<OrtTensor> tensors)
            implements AutoCloseable {

        Pass(OrtBinding binding, MemoryInfo memory) {
            this(binding, memory, new ArrayList<>(6));
        }

        void input(MemorySegment name, MemorySegment data, long... shape) {
            var tensor = OrtTensor.over(memory, data, ElementType.INT64, shape);
            tensors.add(tensor);
            binding.input(name, tensor);
        }

        void output(MemorySegment name, MemorySegment data, ElementType type, long... shape) {
            var tensor = OrtTensor.over(memory, data, type, shape);
            tensors.add(tensor);
            binding.output(name, tensor);
        }

        @Override
        public void close() {
            tensors.forEach(OrtTensor::close);
        }
    }
}
