package dev.precept.quickstart.cli;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.quickstart.identity.DemoTokens;
import dev.precept.quickstart.kept.Secrets;
import dev.precept.quickstart.supervisor.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Asks a running quickstart for the verdicts on one text.
@Command(
        name = "classify",
        description = "Prints what policies say of a text.",
        exitCodeOnInvalidInput = ExitCodes.USAGE,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:SAFE under every policy",
            "1:VIOLATES some policy",
            "2:UNDETERMINED under some policy, none violated",
            "64:wrong options",
            "69:no verdict: nothing runs, or the registry refused"
        },
        mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {

    private static final int SECONDS = 30;

    @Mixin DataOption data = new DataOption();

    @Option(
            names = "--policy",
            paramLabel = "ALIAS",
            split = ",",
            defaultValue = "spam",
            description = "slug, slug@alias or slug@number; may repeat (default: ${DEFAULT-VALUE})")
    List<String> policies = List.of("spam");

    @Option(names = "--file", paramLabel = "FILE", description = "read the text from a file")
    @Nullable Path file;

    @Option(names = "--json", description = "print the registry's answer as it is")
    boolean json;

    @Parameters(
            arity = "0..1",
            paramLabel = "TEXT",
            description = "the text, or - for standard input")
    @Nullable String text;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var content = new Message(text());
        var running = data.running();
        var tokens = new DemoTokens(running.identity(), new Secrets(data.directory().secrets()));
        var registry = new RegistryCalls(running.registry(), tokens.of(Role.SUBMITTER));
        var answer =
                registry.classify(
                        new ClassificationRequest(policies, content, null, null), SECONDS);
        if (json) {
            System.out.println(answer.body());
        } else {
            var reader = new RegistryCalls(running.registry(), tokens.of(Role.REVIEWER));
            new VerdictText(Screen.standard(), reader::rules).print(answer.classification());
        }
        return exitCode(answer.classification());
    }

    static int exitCode(Classification classification) {
        if (classification.status() != Classification.Status.DONE) {
            return ExitCodes.FAILED;
        }
        var outcomes = classification.verdicts().stream().map(it -> it.outcome()).toList();
        if (outcomes.contains(Outcome.VIOLATES)) {
            return 1;
        }
        return outcomes.contains(Outcome.UNDETERMINED) ? 2 : 0;
    }

    private String text() throws IOException {
        if ((file == null) == (text == null)) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    "give the text, - for standard input, or --file FILE (and only one of them)");
        }
        if (file != null) {
            return Files.readString(file);
        }
        var given = java.util.Objects.requireNonNull(text);
        return given.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : given;
    }
}
