package dev.precept.quickstart.cli;

import dev.precept.contracts.access.Role;
import dev.precept.quickstart.identity.DemoTokens;
import dev.precept.quickstart.kept.Secrets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints a bearer token of the demo person who has a role, and nothing else.
@Command(
        name = "token",
        description = "Prints a bearer token for the API of a running quickstart.",
        exitCodeOnInvalidInput = ExitCodes.USAGE,
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Mixin DataOption data = new DataOption();

    @Parameters(paramLabel = "ROLE", description = "policy-author, reviewer, submitter, …")
    String role = "";

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var wanted = role();
        var running = data.running();
        var secrets = new Secrets(data.directory().secrets());
        System.out.println(new DemoTokens(running.identity(), secrets).of(wanted));
        return 0;
    }

    private Role role() {
        return Arrays.stream(Role.values())
                .filter(it -> it.wireName().equals(role))
                .findFirst()
                .orElseThrow(() ->
                        new ParameterException(
                                java.util.Objects.requireNonNull(spec).commandLine(),
                                "unknown role %s; the roles are %s"
                                        .formatted(
                                                role,
                                                Arrays.stream(Role.values())
                                                        .map(Role::wireName)
                                                        .collect(Collectors.joining(", ")))));
    }
}
