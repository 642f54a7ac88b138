package dev.precept.inference.export;

import dev.precept.inference.gptoss.GptOssConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes a [RandomCheckpoint] as a checkpoint is published: `config.json`, `*.safetensors` and
/// their index. One tensor is in memory at a time.
public final class RandomWeights {

    private static final long SHARD = 4L << 30;

    private RandomWeights() {}

    /// @param config file with the shape, copied into the folder
    public static void write(Path config, long seed, Path folder, Progress progress) {
        write(config, seed, folder, SHARD, progress);
    }

    static void write(Path config, long seed, Path folder, long shard, Progress progress) {
        var shape = GptOssConfig.read(config);
        try (var checkpoint = new RandomCheckpoint(shape, seed)) {
            Files.createDirectories(folder);
            Files.copy(
                    config,
                    folder.resolve(Safetensors.CONFIG),
                    StandardCopyOption.REPLACE_EXISTING);
            var shards = shards(checkpoint.tensors(), shard);
            long all =
                    checkpoint.tensors().stream().mapToLong(RandomCheckpoint.Tensor::bytes).sum();
            Map<String, String> places = new LinkedHashMap<>();
            long[] done = new long[1];
            for (int i = 0; i < shards.size(); i++) {
                String name = "model-%05d-of-%05d.safetensors".formatted(i + 1, shards.size());
                shards.get(i).forEach(tensor -> places.put(tensor.name(), name));
                SafetensorsWriter.write(
                        folder.resolve(name),
                        shards.get(i),
                        tensor -> {
                            done[0] += tensor.bytes();
                            progress.at(tensor.name(), done[0], all);
                        });
            }
            Files.writeString(
                    folder.resolve(Safetensors.INDEX),
                    JsonMapper.shared()
                            .writeValueAsString(
                                    Map.of(
                                            "metadata",
                                            Map.of("total_size", all),
                                            "weight_map",
                                            places)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<RandomCheckpoint.Tensor>> shards(
            List<RandomCheckpoint.Tensor> tensors, long most) {
        var shards = new ArrayList<List<RandomCheckpoint.Tensor>>();
        long room = 0;
        for (var tensor : tensors) {
            if (shards.isEmpty() || tensor.bytes() > room) {
                shards.add(new ArrayList<>());
                room = most;
            }
            shards.getLast().add(tensor);
            room -= tensor.bytes();
        }
        return shards;
    }
}
