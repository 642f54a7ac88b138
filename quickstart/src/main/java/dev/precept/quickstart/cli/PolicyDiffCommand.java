package dev.precept.quickstart.cli;

import dev.precept.contracts.access.Role;
import dev.precept.quickstart.policyfolder.Differences;
import dev.precept.quickstart.policyfolder.PolicyFolder;
import dev.precept.quickstart.policyfolder.PolicyFolders;
import dev.precept.quickstart.policyfolder.RegistryPolicies;
import dev.precept.quickstart.supervisor.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says how folders differ from the registry.
@Command(
        name = "diff",
        description = {
            "Prints how the policies in DIR differ from the registry's.",
            "Contents of golden cases are counted, never printed."
        },
        exitCodeOnInvalidInput = ExitCodes.USAGE,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no difference",
            "1:they differ",
            "64:wrong options",
            "69:nothing answers, it refused, or a file is malformed"
        },
        mixinStandardHelpOptions = true)
final class PolicyDiffCommand implements Callable<Integer> {

    @Mixin RegistryOption registry = new RegistryOption();

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            defaultValue = "latest",
            description =
                    "what is compared with: latest, live, another alias, or a number (default: ${DEFAULT-VALUE})")
    String version = "latest";

    @Parameters(index = "0", paramLabel = "DIR", description = "a policy's folder, or one of them")
    Path folder = Path.of(".");

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws Exception {
        var policies = registry.as(Role.POLICY_AUTHOR);
        boolean differ = false;
        for (var path : PolicyFolders.below(folder)) {
            var here = PolicyFolder.read(path);
            var differences = Differences.between(here, there(policies, here.policy().slug()));
            differ |= !differences.none();
            print(here.policy().slug(), differences);
        }
        return differ ? 1 : 0;
    }

    private @Nullable PolicyFolder there(RegistryPolicies policies, String slug)
            throws IOException {
        var policy = policies.find(slug);
        if (policy == null) {
            return null;
        }
        var number = VersionNames.number(policy, version);
        if (number == null) {
            throw new IOException(VersionNames.none(policy, version));
        }
        return policies.folder(policy, number);
    }

    private void print(String slug, Differences differences) {
        if (differences.none()) {
            screen.line(slug + ": no difference");
            return;
        }
        screen.line(screen.paint(Screen.Colour.BOLD, slug));
        if (differences.heading()) {
            screen.line("  name, description or team differ; they are set when a policy is made");
        }
        differences.text().forEach(line -> screen.line("  " + coloured(line)));
        count("+ %d golden cases", differences.added().size());
        count(
                "~ %d golden cases with another expectation, note or protection",
                differences.changed().size());
        count("- %d golden cases in the registry only", differences.elsewhere().size());
        if (differences.gates() != null) {
            screen.line("  ~ gates: " + differences.gates());
        }
    }

    private void count(String text, int cases) {
        if (cases > 0) {
            screen.line("  " + text.formatted(cases));
        }
    }

    private String coloured(String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> screen.paint(Screen.Colour.GREEN, line);
            case '-' -> screen.paint(Screen.Colour.RED, line);
            default -> line;
        };
    }
}
