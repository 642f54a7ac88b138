package dev.precept.inference.modelfolder;

import java.nio.file.Path;
import java.util.List;

/// A decoder on disk: its graph, its numbers and the names of what goes in and out.
///
/// @param context the most positions that the model was made for
/// @param vocabulary ids, each with a logit
/// @param lastPosition whether the graph gives logits of the last position only
public record ModelFolder(
        String name,
        Path graph,
        Cache cache,
        int vocabulary,
        int context,
        Names names,
        boolean lastPosition) {

    /// Keys and values of one position.
    ///
    /// @param queries heads that share them
    public record Cache(int layers, int heads, int headSize, int queries) {

        /// Values of one position in one layer, keys or values.
        public int width() {
            return heads * headSize;
        }
    }

    /// @param pastKey with `%d` for the layer, as the other three patterns
    public record Names(
            String inputIds,
            String attentionMask,
            String pastKey,
            String pastValue,
            String logits,
            String presentKey,
            String presentValue) {

        public String pastKey(int layer) {
            return pastKey.formatted(layer);
        }

        public String pastValue(int layer) {
            return pastValue.formatted(layer);
        }

        public String presentKey(int layer) {
            return presentKey.formatted(layer);
        }

        public String presentValue(int layer) {
            return presentValue.formatted(layer);
        }
    }

    /// @throws ModelFolderException if the folder does not fit; the message names the field
    public static ModelFolder read(Path folder) {
        return new GenaiConfig(folder).read();
    }

    /// The same model with another graph, which has only so many of its layers.
    public ModelFolder with(Path otherGraph, int layers) {
        return new ModelFolder(
                name,
                otherGraph,
                new Cache(layers, cache.heads(), cache.headSize(), cache.queries()),
                vocabulary,
                context,
                names,
                lastPosition);
    }

    /// One line a fact, for people.
    public List<String> described() {
        return List.of(
                "name: " + name,
                "graph: " + graph.getFileName(),
                "layers: " + cache.layers(),
                "key-value heads: " + cache.heads() + " of size " + cache.headSize(),
                "vocabulary: " + vocabulary,
                "context: " + context,
                "logits: " + (lastPosition ? "last position" : "every position"));
    }
}
