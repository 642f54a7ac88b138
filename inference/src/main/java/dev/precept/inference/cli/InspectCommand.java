package dev.precept.inference.cli;

import dev.precept.inference.modelfolder.ModelDigest;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.modelfolder.OnnxGraph;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what a model folder holds, without loading the weights.
@Command(
        name = "inspect",
        description = {
            "Prints what a model folder holds, without loading its weights.",
            "A folder that does not fit is refused with the name of the field."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the folder fits", "64:wrong options", "65:the folder does not fit"},
        mixinStandardHelpOptions = true)
final class InspectCommand implements Runnable {

    @Parameters(paramLabel = "DIR", description = "a folder with genai_config.json")
    private Path folder = Path.of(".");

    @Option(
            names = "--digest",
            description = "also print the SHA-256 that verdicts record; reads every byte")
    private boolean digest;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var model = ModelFolder.read(folder);
        var graph = OnnxGraph.read(model.graph());
        model.described().forEach(out::println);
        out.println("opset: " + graph.opset());
        out.printf("weights: %d tensors, %s%n", graph.constants(), Bytes.text(graph.weights()));
        graph.files().forEach((file, bytes) -> out.printf("  %s: %s%n", file, Bytes.text(bytes)));
        out.printf("nodes: %d%n", graph.nodes());
        printOperators(graph.operators(), out);
        var cache = model.cache();
        out.printf(
                "keys and values: %d values a position (%s in 16 bits)%n",
                2L * cache.layers() * cache.width(),
                Bytes.text(4L * cache.layers() * cache.width()));
        if (digest) {
            out.println("sha-256: " + ModelDigest.of(model));
        }
        out.flush();
    }

    private static void printOperators(Map<String, Integer> operators, PrintWriter out) {
        operators.forEach((operator, count) -> out.printf("  %4d × %s%n", count, operator));
    }
}
