package dev.precept.inference.gptoss;

import dev.precept.inference.engine.DecoderException;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.onnx.ElementType;
import dev.precept.inference.onnx.Port;
import dev.precept.inference.onnx.Ports;
import dev.precept.inference.onnx.SessionOptions.Provider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether a loaded graph has what its folder promises.
final class Fit {

    private Fit() {}

    /// @throws DecoderException that names what is missing or different
    static void check(ModelFolder folder, Ports ports) {
        var names = folder.names();
        need(folder, "input", ports.inputs(), names.inputIds());
        need(folder, "input", ports.inputs(), names.attentionMask());
        var logits = need(folder, "output", ports.outputs(), names.logits());
        long last = logits.shape().getLast();
        if (last > 0 && last != folder.vocabulary()) {
            throw new DecoderException(
                    "%s: model.vocab_size is %d, the graph's logits have %d"
                            .formatted(folder.name(), folder.vocabulary(), last));
        }
        for (int layer = 0; layer < folder.cache().layers(); layer++) {
            cache(folder, need(folder, "input", ports.inputs(), names.pastKey(layer)));
            cache(folder, need(folder, "input", ports.inputs(), names.pastValue(layer)));
            need(folder, "output", ports.outputs(), names.presentKey(layer));
            need(folder, "output", ports.outputs(), names.presentValue(layer));
        }
        int inputs = 2 + 2 * folder.cache().layers();
        if (ports.inputs().size() != inputs) {
            throw new DecoderException(
                    "%s: the graph has %d inputs, num_hidden_layers %d explain %d"
                            .formatted(
                                    folder.name(),
                                    ports.inputs().size(),
                                    folder.cache().layers(),
                                    inputs));
        }
    }

    /// Graphs in 32-bit floats would run on CUDA only in part, and slower than on the processor.
    static void checkType(ModelFolder folder, Ports ports, Provider provider) {
        var type = ports.input(folder.names().pastKey(0)).type();
        if (provider instanceof Provider.Cuda && type == ElementType.FLOAT) {
            throw new DecoderException(
                    folder.name()
                            + " computes in 32-bit floats, which CUDA has no kernels for; export it"
                            + " with --precision int8-f16, int4 or f16");
        }
    }

    private static Port need(
            ModelFolder folder, String what, Map<String, Port> ports, String name) {
        @Nullable Port port = ports.get(name);
        if (port == null) {
            throw new DecoderException(
                    "%s: the graph has no %s '%s' that genai_config.json names"
                            .formatted(folder.name(), what, name));
        }
        return port;
    }

    private static void cache(ModelFolder folder, Port port) {
        var shape = port.shape();
        boolean fits =
                shape.size() == 4
                        && shape.get(1) == folder.cache().heads()
                        && shape.get(3) == folder.cache().headSize();
        if (!fits) {
            throw new DecoderException(
                    "%s: '%s' has the shape %s; num_key_value_heads %d and head_size %d do not fit"
                            .formatted(
                                    folder.name(),
                                    port.name(),
                                    shape,
                                    folder.cache().heads(),
                                    folder.cache().headSize()));
        }
    }
}
