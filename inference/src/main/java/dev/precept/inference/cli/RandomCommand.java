package dev.precept.inference.cli;

import dev.precept.inference.export.RandomWeights;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes a checkpoint of random weights, as one would be downloaded.
@Command(
        name = "random",
        description =
                "Writes config.json and sharded safetensors of random weights with the names and types of"
                        + " a published gpt-oss checkpoint.",
        mixinStandardHelpOptions = true)
final class RandomCommand implements Runnable {

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "config.json with the shape")
    private Path config = Path.of("config.json");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "HF_DIR",
            description = "the folder to make")
    private Path to = Path.of(".");

    @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    private long seed;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        RandomWeights.write(config, seed, to, ProgressBar.standard(out));
        out.println(
                "wrote "
                        + to
                        + "; export it with: precept model export --from "
                        + to
                        + " --to DIR");
    }
}
