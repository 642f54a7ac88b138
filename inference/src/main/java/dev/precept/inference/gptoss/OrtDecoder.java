package dev.precept.inference.gptoss;

import dev.precept.inference.engine.Decoder;
import dev.precept.inference.engine.DecoderException;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.OrtBinding;
import dev.precept.inference.onnx.OrtEnvironment;
import dev.precept.inference.onnx.OrtException;
import dev.precept.inference.onnx.OrtSession;
import dev.precept.inference.onnx.Ports;
import dev.precept.inference.onnx.RunOptions;
import dev.precept.inference.onnx.SessionOptions;
import dev.precept.inference.onnx.SessionOptions.Provider;
import dev.precept.inference.sampling.Logits;
import java.util.ArrayList;
import java.util.List;

/// A gpt-oss model on ONNX Runtime, over rows of keys and values on the device that computes.
///
/// A pass writes into the rows it reads: no key or value is ever copied by a step.
public final class OrtDecoder implements Decoder {

    private final ModelFolder folder;
    private final Limits limits;
    private final List<AutoCloseable> owned = new ArrayList<>();
    private final OrtSession session;
    private final RunOptions options;
    private final KvCache cache;
    private final StepOutputs outputs;
    private final StepInputs inputs;
    private final RowBindings bindings;

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
            options = own(RunOptions.create());
            var type = ports.input(folder.names().pastKey(0)).type();
            var rows = own(rowsOf.make(environment, session, how));
            cache = own(new KvCache(rows, folder.cache(), type, limits.rows(), capacities(ports)));
            outputs = own(new StepOutputs(folder, ports, limits.rows(), limits.chunk()));
            inputs = own(new StepInputs(folder.names(), limits));
            bindings =
                    own(
                            new RowBindings(
                                    session, folder, cache, outputs, rows.where(), limits.rows()));
        } catch (RuntimeException e) {
            close();
            throw failure(e);
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
            inputs.token(i, tokens[from + i]);
        }
        int width = position + count;
        inputs.length(0, width, width);
        run(bindings.rows(row, 1), 1, count, width);
        return outputs.logits(0);
    }

    @Override
    public Step decode(int first, int rows, int[] tokens, int[] positions) {
        int width = 0;
        for (int i = 0; i < rows; i++) {
            inputs.token(i, tokens[i]);
            width = Math.max(width, positions[i] + 1);
        }
        if (width > limits.context()) {
            throw new DecoderException(
                    "position %d is past the context of %d".formatted(width - 1, limits.context()));
        }
        for (int i = 0; i < rows; i++) {
            inputs.length(i, positions[i] + 1, width);
        }
        run(bindings.rows(first, rows), rows, 1, width);
        return outputs;
    }

    private void run(OrtBinding binding, int rows, int tokensEach, int width) {
        try {
            inputs.bind(binding, rows, tokensEach, width);
            outputs.prepare(binding, rows, tokensEach);
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
    }
}
