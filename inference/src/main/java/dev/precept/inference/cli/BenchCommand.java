package dev.precept.inference.cli;

import dev.precept.inference.bench.EngineBench;
import dev.precept.inference.gptoss.Device;
import dev.precept.inference.gptoss.OrtModel;
import dev.precept.inference.modelfolder.ModelFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what a model folder gives on this machine.
@Command(
        name = "bench",
        description = {
            "Prints what a model gives on this machine: contents a second with and without the policy kept"
                    + " computed, and tokens a second by rows.",
            "Run it while the machine does nothing else. It takes minutes on a processor."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured",
            "64:wrong options",
            "65:the folder or the device does not fit"
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {

    private static final int CONTENT_AND_ANSWER = 256;

    @Parameters(paramLabel = "DIR", description = "a folder with genai_config.json")
    private Path folder = Path.of(".");

    @Option(
            names = "--threads",
            defaultValue = "0",
            description = "of one operator; 0 leaves it to ONNX Runtime")
    private int threads;

    @Option(
            names = "--policy-tokens",
            defaultValue = "2000",
            description = "default: ${DEFAULT-VALUE}")
    private int policyTokens;

    @Option(
            names = "--contents",
            defaultValue = "64",
            description = "that share the policy; default: ${DEFAULT-VALUE}")
    private int contents;

    @Option(
            names = "--rows",
            split = ",",
            defaultValue = "1,4,8,16",
            paramLabel = "N",
            description = "contents at a time; default: ${DEFAULT-VALUE}")
    private List<Integer> rows = List.of();

    @Option(
            names = "--cuda-memory",
            paramLabel = "BYTES",
            defaultValue = "0",
            description =
                    "run on CUDA device 0 and take so much of its memory; 0 runs on the processor")
    private long cudaMemory;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        requirePositive("--policy-tokens", policyTokens);
        requirePositive("--contents", contents);
        rows.forEach(count -> requirePositive("--rows", count));
        var model = ModelFolder.read(folder);
        requireRoom(model);
        var bench =
                new EngineBench(
                        (count, prefixBytes) -> OrtModel.start(model, options(count, prefixBytes)),
                        model.vocabulary());
        try {
            print(bench, spec.commandLine().getOut());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(EngineBench bench, PrintWriter out) throws InterruptedException {
        var gain = bench.prefixes(policyTokens, contents);
        out.printf(
                "policy of %d tokens: %.2f contents/s kept computed, %.2f computed each time"
                        + " (%.0f tokens/s): %.1f times%n",
                gain.tokens(),
                gain.with(),
                gain.without(),
                gain.policyTokensPerSecond(),
                gain.times());
        out.flush();
        double first = 0;
        for (int count : rows) {
            var rate = bench.decode(count);
            first = first == 0 ? rate.tokensPerSecond() : first;
            out.printf(
                    "answers, %2d rows: %7.1f tokens/s, %5.2f times the first; outside the model %.1f %%%n",
                    count,
                    rate.tokensPerSecond(),
                    rate.tokensPerSecond() / first,
                    100 * rate.outsideTheModel());
            out.flush();
        }
    }

    private OrtModel.Options options(int count, long prefixBytes) {
        int context = policyTokens + CONTENT_AND_ANSWER;
        var device = cudaMemory > 0 ? new Device.Cuda(0, cudaMemory, false) : new Device.Cpu();
        return new OrtModel.Options(threads, count, context, 256, 0, prefixBytes, device);
    }

    private void requireRoom(ModelFolder model) {
        if (policyTokens + CONTENT_AND_ANSWER > model.context()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--policy-tokens may be %d at most: the model has a context of %d, of which %d are for content and answer"
                            .formatted(
                                    model.context() - CONTENT_AND_ANSWER,
                                    model.context(),
                                    CONTENT_AND_ANSWER));
        }
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(
                    spec.commandLine(), "%s must be at least 1, not %d".formatted(option, value));
        }
    }
}
