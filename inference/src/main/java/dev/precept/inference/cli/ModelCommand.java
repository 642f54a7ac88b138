package dev.precept.inference.cli;

import dev.precept.inference.engine.DecoderException;
import dev.precept.inference.export.VerificationException;
import dev.precept.inference.modelfolder.ModelFolderException;
import dev.precept.inference.onnx.OrtException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The commands that look at models and make them.
@Command(
        name = "model",
        description =
                "Model folders: what lies in one, how to make one from published weights, and what it gives.",
        subcommands = {
            InspectCommand.class,
            ExportCommand.class,
            RandomCommand.class,
            BenchCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true)
public final class ModelCommand {

    static final int USAGE = 64;
    static final int REFUSED = 65;
    static final int FAILED = 70;

    private ModelCommand() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        var line = new CommandLine(new ModelCommand());
        line.getCommandSpec().exitCodeOnInvalidInput(USAGE).exitCodeOnUsageHelp(0);
        line.getSubcommands()
                .values()
                .forEach(it -> it.getCommandSpec().exitCodeOnInvalidInput(USAGE));
        return line.setCommandName("precept model")
                .setExecutionExceptionHandler((problem, command, result) -> {
                    if (!isExpected(problem)) {
                        problem.printStackTrace(command.getErr());
                        return FAILED;
                    }
                    command.getErr().println("precept: " + problem.getMessage());
                    return REFUSED;
                })
                .execute(arguments);
    }

    private static boolean isExpected(Exception problem) {
        return problem instanceof IllegalArgumentException
                || problem instanceof UncheckedIOException
                || problem instanceof ModelFolderException
                || problem instanceof DecoderException
                || problem instanceof OrtException
                || problem instanceof VerificationException;
    }
}
