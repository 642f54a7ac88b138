package dev.precept.worker.engine;

import dev.precept.inference.gptoss.Device;
import dev.precept.inference.gptoss.OrtModel;
import dev.precept.inference.safeguard.SafeguardSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The model of the engine `onnx`, under `precept.model`.
///
/// @param dir the model's folder, as `./precept model export` writes it
/// @param device `cpu` or `cuda`
/// @param deviceNumber of the CUDA device, from 0
/// @param cpuFallback whether the processor computes where CUDA cannot be used
/// @param memory that may be taken; 0 takes three quarters of what is free, on the processor only
/// @param prefixMemory of it for policies that are kept computed
/// @param rows contents at a time
/// @param context tokens of policy, content and answer together
/// @param chunk most tokens of a prompt between two steps of the others
/// @param threads of one operator; 0 leaves it to ONNX Runtime
/// @param reasoningTokens after which the model must answer
/// @param temperature 0 takes the likeliest token always
/// @param patience how long one content may take
@ConfigurationProperties("precept.model")
record ModelProperties(
        @DefaultValue("") String dir,
        @DefaultValue("cpu") String device,
        @DefaultValue("0") int deviceNumber,
        @DefaultValue("false") boolean cpuFallback,
        @DefaultValue("0") DataSize memory,
        @DefaultValue("1GB") DataSize prefixMemory,
        @DefaultValue("8") int rows,
        @DefaultValue("8192") int context,
        @DefaultValue("256") int chunk,
        @DefaultValue("0") int threads,
        @DefaultValue("2048") int reasoningTokens,
        @DefaultValue("0") double temperature,
        @DefaultValue("0") long seed,
        @DefaultValue("10m") Duration patience) {

    Path folder() {
        if (dir.isBlank()) {
            throw new IllegalArgumentException(
                    "the engine onnx needs a model: set precept.model.dir to a model's folder");
        }
        return Path.of(dir);
    }

    OrtModel.Options options() {
        return new OrtModel.Options(
                threads,
                rows,
                context,
                chunk,
                memory.toBytes(),
                prefixMemory.toBytes(),
                computing());
    }

    SafeguardSettings settings() {
        return new SafeguardSettings(reasoningTokens, temperature, seed, patience);
    }

    private Device computing() {
        return switch (device) {
            case "cpu" -> new Device.Cpu();
            case "cuda" -> {
                if (memory.toBytes() < 1) {
                    throw new IllegalArgumentException(
                            "precept.model.memory is "
                                    + memory.toBytes()
                                    + "; say how much of the device may be taken, for example 70GB");
                }
                yield new Device.Cuda(deviceNumber, memory.toBytes(), cpuFallback);
            }
            default ->
                    throw new IllegalArgumentException(
                            "precept.model.device is '" + device + "'; set it to cpu or cuda");
        };
    }
}
