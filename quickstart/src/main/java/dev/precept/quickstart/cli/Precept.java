package dev.precept.quickstart.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The commands of `./precept` that need the product.
@Command(
        name = "precept",
        description = "Policies in prose, applied by a model, corrected by people.",
        subcommands = {
            UpCommand.class,
            TokenCommand.class,
            ClassifyCommand.class,
            PolicyCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "Precept 0.1.0-SNAPSHOT",
        footer = {
            "",
            "Also: precept model … (look at model folders, make them), precept test (everything),"
                    + " precept bench … (bench pages: in a browser), precept screenshots (docs/images),"
                    + " precept mvn … (Maven on the right JDK)."
        })
final class Precept {

    private Precept() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new Precept())
                .setExecutionExceptionHandler((problem, command, result) -> {
                    command.getErr().println("precept: " + problem.getMessage());
                    return ExitCodes.FAILED;
                })
                .execute(arguments);
    }
}
