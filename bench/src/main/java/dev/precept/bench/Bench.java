package dev.precept.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: each subcommand measures a running Precept through its API, as any client
/// would.
@Command(
        name = "bench",
        description = "Measures a running Precept through its API.",
        subcommands = {ThroughputCommand.class, QualityCommand.class, CompareCommand.class},
        mixinStandardHelpOptions = true)
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
