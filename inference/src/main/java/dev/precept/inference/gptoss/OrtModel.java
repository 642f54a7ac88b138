package dev.precept.inference.gptoss;

import dev.precept.inference.engine.Decoder.Limits;
import dev.precept.inference.engine.DecoderException;
import dev.precept.inference.engine.MemoryPlan;
import dev.precept.inference.engine.MemoryPlan.Footprint;
import dev.precept.inference.engine.MemoryPlan.Wanted;
import dev.precept.inference.engine.SlotEngine;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.modelfolder.ModelFolderException;
import dev.precept.inference.modelfolder.OnnxGraph;
import dev.precept.inference.onnx.ElementType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the slot engine on a model folder, within a memory that is planned before anything is
/// loaded.
public final class OrtModel {

    private static final Logger log = LoggerFactory.getLogger(OrtModel.class);

    private OrtModel() {}

    /// How a model is run.
    ///
    /// @param threads of one operator; 0 leaves it to ONNX Runtime
    /// @param rows sequences at a time, if there is memory for them
    /// @param context positions of policy, content and answer together, if there is memory for them
    /// @param chunk most tokens of a prompt between two steps of the others
    /// @param memoryBytes of this machine that may be taken; 0 takes three quarters of what is
    ///   available
    /// @param prefixBytes for policies that are kept computed
    public record Options(
            int threads,
            int rows,
            int context,
            int chunk,
            long memoryBytes,
            long prefixBytes,
            Device device) {

        /// On the processor.
        public Options(
                int threads, int rows, int context, int chunk, long memoryBytes, long prefixBytes) {
            this(threads, rows, context, chunk, memoryBytes, prefixBytes, new Device.Cpu());
        }

        Options onCpu() {
            return new Options(threads, rows, context, chunk, memoryBytes, prefixBytes);
        }

        public static final Options DEFAULT = new Options(0, 8, 8_192, 256, 0, 1L << 30);
    }

    /// @throws DecoderException if it does not fit or cannot be loaded
    /// @throws ModelFolderException if the graph cannot be read
    public static SlotEngine start(ModelFolder folder, Options options) {
        if (options.device() instanceof Device.Cuda(_, _, boolean orCpu) && orCpu) {
            try {
                return startOn(folder, options);
            } catch (DecoderException e) {
                log.warn("{}; computing on the processor, as configured", e.getMessage());
                return startOn(folder, options.onCpu());
            }
        }
        return startOn(folder, options);
    }

    private static SlotEngine startOn(ModelFolder folder, Options options) {
        var plan = plan(folder, options);
        log.info("{} on {}: {}", folder.name(), options.device().described(), plan.described());
        int chunk = Math.min(options.chunk(), plan.context());
        var limits = new Limits(plan.rows(), plan.context(), chunk, folder.vocabulary());
        var sessions = options.device().sessions(options.threads());
        return SlotEngine.start(
                () -> new OrtDecoder(folder, limits, sessions),
                new SlotEngine.Settings(plan.prefixBytes(), Duration.ofSeconds(30)));
    }

    /// What the model would take of this machine.
    public static MemoryPlan plan(ModelFolder folder, Options options) {
        int context = Math.min(options.context(), folder.context());
        return MemoryPlan.of(
                footprint(folder, options.chunk(), context),
                new Wanted(options.rows(), context, options.prefixBytes()),
                available(options));
    }

    private static long available(Options options) {
        return switch (options.device()) {
            case Device.Cuda cuda -> cuda.memoryBytes();
            case Device.Cpu _ ->
                    options.memoryBytes() > 0
                            ? options.memoryBytes()
                            : HostMemory.available() / 4 * 3;
        };
    }

    private static Footprint footprint(ModelFolder folder, int chunk, int context) {
        var cache = folder.cache();
        var inputs = OnnxGraph.read(folder.graph()).inputs();
        long position = 0;
        long row = 0;
        for (int layer = 0; layer < cache.layers(); layer++) {
            var keys = inputs.get(folder.names().pastKey(layer));
            long bytes = 2L * cache.width() * keyBytes(keys);
            long capacity = keys == null || keys.shape().size() < 3 ? -1 : keys.shape().get(2);
            if (capacity > 0) {
                row += capacity * bytes;
            } else {
                position += bytes;
            }
        }
        long scores = (long) cache.queries() * chunk * context * Float.BYTES;
        long logits =
                (long) folder.vocabulary() * Float.BYTES * (folder.lastPosition() ? 16 : chunk);
        return new Footprint(weights(folder), scores + logits, position, row);
    }

    /// Of one value of a key; the widest that there is where the graph does not say.
    private static int keyBytes(OnnxGraph.@Nullable Input keys) {
        return Arrays.stream(ElementType.values())
                .filter(type -> keys != null && type.code() == keys.type())
                .findFirst()
                .orElse(ElementType.FLOAT)
                .bytes();
    }

    private static long weights(ModelFolder folder) {
        String prefix = folder.graph().getFileName().toString();
        try (var files = Files.list(folder.graph().resolveSibling("."))) {
            long bytes = 0;
            for (var file : files.toList()) {
                boolean ours = file.getFileName().toString().startsWith(prefix);
                bytes += ours ? Files.size(file) : 0;
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
