package dev.precept.inference.cli;

import dev.precept.inference.export.Exporter;
import dev.precept.inference.export.Precision;
import dev.precept.inference.export.Verification;
import dev.precept.inference.onnx.SessionOptions;
import dev.precept.inference.onnx.SessionOptions.Provider;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Makes a model folder from a checkpoint, or from random weights.
@Command(
        name = "export",
        description = {
            "Makes a folder for ONNX Runtime from a gpt-oss checkpoint in safetensors,",
            "and checks sampled layers of it against a forward pass in plain Java.",
            "An export that was cut off continues where it stopped."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:exported, and what was checked agrees",
            "64:wrong options",
            "65:the checkpoint does not fit, or the result differs from it; the line says where"
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Runnable {

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /// Where the weights come from.
    static final class Source {

        @Option(
                names = "--from",
                paramLabel = "HF_DIR",
                description = "a folder with config.json and *.safetensors")
        @Nullable Path folder;

        @ArgGroup(exclusive = false)
        @Nullable RandomSource random;
    }

    /// Weights of a seed.
    static final class RandomSource {

        @Option(
                names = "--random",
                required = true,
                description = "random weights, for tests and benchmarks")
        boolean chosen;

        @Option(
                names = "--config",
                required = true,
                paramLabel = "FILE",
                description = "config.json with the shape")
        Path config = Path.of("config.json");

        @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
        long seed;
    }

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "the folder to make")
    private Path to = Path.of(".");

    @Option(
            names = "--precision",
            defaultValue = "int8-exact",
            description = {
                "f32: everything exact; f16: for CUDA;",
                "int8-exact: experts in 8 bits that hold MXFP4 exactly, the rest in 32 bits;",
                "int8: as int8-exact, attention and head in 4 bits: the quickest on a processor;",
                "int8-f16: as int8-exact with 16 bits for the rest, for CUDA;",
                "int4: everything large in 4 bits, for CUDA only (default: ${DEFAULT-VALUE})"
            })
    private String precision = "int8-exact";

    @Option(
            names = "--every-position",
            description = "logits of every position, as onnxruntime-genai's builder writes them")
    private boolean everyPosition;

    @Option(
            names = "--window-cache",
            description =
                    "layers with a sliding window keep keys and values of the window only: half the"
                            + " memory a row; needs ONNX Runtime 1.29")
    private boolean windowCache;

    @Option(
            names = "--name",
            description = "as it stands in verdicts (default: name of the folder)")
    private @Nullable String name;

    @Option(
            names = "--no-verify",
            description = "do not check the result against a forward pass in plain Java")
    private boolean unchecked;

    @Option(
            names = "--check-on",
            paramLabel = "DEVICE",
            defaultValue = "cpu",
            description = "what computes in the check: cpu or cuda (default: ${DEFAULT-VALUE})")
    private String checkOn = "cpu";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var order =
                new Exporter.Order(
                        name(),
                        precision(),
                        to,
                        everyPosition
                                ? Exporter.Logits.EVERY_POSITION
                                : Exporter.Logits.LAST_POSITION,
                        windowCache
                                ? Exporter.LocalKeys.WINDOW
                                : Exporter.LocalKeys.EVERY_POSITION);
        var how = new SessionOptions(checking(), 0, null, Map.of());
        var bar = ProgressBar.standard(out);
        if (source.folder != null) {
            Exporter.export(source.folder, order, bar);
        } else if (source.random != null) {
            Exporter.random(source.random.config, source.random.seed, order, bar);
        }
        if (!unchecked) {
            verify(
                    order,
                    how,
                    finding -> {
                        out.println("checked " + finding);
                        out.flush();
                    });
        }
        out.println("wrote " + to + "; look at it with: precept model inspect " + to);
    }

    private void verify(
            Exporter.Order order, SessionOptions how, Consumer<Verification.Finding> heard) {
        if (source.folder != null) {
            Verification.of(source.folder, order, how, heard);
        } else if (source.random != null) {
            Verification.ofRandom(source.random.config, source.random.seed, order, how, heard);
        }
    }

    private Provider checking() {
        return switch (checkOn) {
            case "cpu" -> new Provider.Cpu();
            case "cuda" -> new Provider.Cuda(0, Map.of());
            default ->
                    throw new ParameterException(
                            spec.commandLine(),
                            "--check-on is '%s'; choose cpu or cuda".formatted(checkOn));
        };
    }

    private Precision precision() {
        try {
            return Precision.of(precision);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private String name() {
        return Optional.ofNullable(name)
                .orElseGet(() -> String.valueOf(to.toAbsolutePath().normalize().getFileName()));
    }
}
