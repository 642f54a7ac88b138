package dev.precept.inference.safeguard;

import dev.precept.inference.Model;
import dev.precept.inference.gptoss.OrtModel;
import dev.precept.inference.modelfolder.ModelDigest;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.onnx.OrtEnvironment;
import java.nio.file.Path;
import java.util.Map;

/// A safeguard model in a folder on this machine.
public final class LocalSafeguard {

    private LocalSafeguard() {}

    /// Loads the model and starts its engine; closing the classifier frees both.
    public static SafeguardClassifier open(
            Path path, OrtModel.Options options, SafeguardSettings settings) {
        var folder = ModelFolder.read(path);
        var model =
                new Model(
                        folder.name(),
                        ModelDigest.of(folder),
                        "onnxruntime " + OrtEnvironment.version() + " cpu",
                        Map.of());
        return new SafeguardClassifier(OrtModel.start(folder, options), model, settings);
    }
}
