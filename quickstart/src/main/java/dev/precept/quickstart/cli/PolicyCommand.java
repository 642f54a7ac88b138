package dev.precept.quickstart.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// Policies as files.
@Command(
        name = "policy",
        description =
                "Policies as files, so that Git and CI can own them: a folder for each, with its text,"
                        + " golden set and gates.",
        subcommands = {
            PolicyExportCommand.class,
            PolicyDiffCommand.class,
            PolicyImportCommand.class,
            PolicyEvalCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true)
final class PolicyCommand {}
