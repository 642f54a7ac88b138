package dev.precept.quickstart.cli;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.Policy;
import dev.precept.quickstart.policyfolder.RegistryPolicies;
import dev.precept.quickstart.supervisor.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes policies into folders.
@Command(
        name = "export",
        description = {
            "Writes each policy into a folder of its own below DIR.",
            "The same policy is written the same way, byte for byte."
        },
        exitCodeOnInvalidInput = ExitCodes.USAGE,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "64:wrong options", "69:nothing answers, or it refused"},
        mixinStandardHelpOptions = true)
final class PolicyExportCommand implements Callable<Integer> {

    @Mixin RegistryOption registry = new RegistryOption();

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            defaultValue = "latest",
            description =
                    "whose text is written: latest, live, another alias, or a number (default: ${DEFAULT-VALUE})")
    String version = "latest";

    @Parameters(index = "0", paramLabel = "DIR", description = "the folder to write into")
    Path folder = Path.of(".");

    @Parameters(index = "1..*", paramLabel = "SLUG", description = "policies (default: all)")
    List<String> slugs = List.of();

    @Override
    public Integer call() throws Exception {
        var screen = new Screen(System.err, false);
        var policies = registry.as(Role.POLICY_AUTHOR);
        for (var policy : wanted(policies)) {
            var number = VersionNames.number(policy, version);
            if (number == null) {
                screen.warn(VersionNames.none(policy, version));
                continue;
            }
            var target = folder.resolve(policy.slug());
            policies.folder(policy, number).write(target);
            screen.done("%s, version %d: %s".formatted(policy.slug(), number, target));
        }
        return 0;
    }

    private List<Policy> wanted(RegistryPolicies policies) throws IOException {
        var all = policies.policies().list();
        var known = all.stream().map(Policy::slug).toList();
        for (var slug : slugs) {
            if (!known.contains(slug)) {
                throw new IOException(
                        "there is no policy %s; there are %s"
                                .formatted(slug, String.join(", ", known)));
            }
        }
        return all.stream()
                .filter(policy -> slugs.isEmpty() || slugs.contains(policy.slug()))
                .toList();
    }
}
