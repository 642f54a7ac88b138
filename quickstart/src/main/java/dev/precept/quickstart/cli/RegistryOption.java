package dev.precept.quickstart.cli;

import dev.precept.contracts.access.Role;
import dev.precept.quickstart.identity.DemoTokens;
import dev.precept.quickstart.kept.Secrets;
import dev.precept.quickstart.policyfolder.RegistryPolicies;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which registry a command talks to, and as whom: one that is named, with the token in
/// `PRECEPT_TOKEN`, or the running quickstart as one of its demo people.
final class RegistryOption {

    static final String TOKEN = "PRECEPT_TOKEN";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description =
                    "base address of a registry; the bearer token is taken from PRECEPT_TOKEN"
                            + " (default: the running quickstart, as a demo person)")
    @Nullable URI registry;

    @Mixin DataOption data = new DataOption();

    /// @param role of the demo person, where it is the quickstart that is asked
    /// @throws IOException if neither a registry nor a quickstart is there to talk to
    RegistryPolicies as(Role role) throws IOException, InterruptedException {
        if (registry != null) {
            return new RegistryPolicies(registry, token());
        }
        var running = data.running();
        var tokens = new DemoTokens(running.identity(), new Secrets(data.directory().secrets()));
        return new RegistryPolicies(running.registry(), tokens.of(role));
    }

    private static String token() throws IOException {
        var token = System.getenv(TOKEN);
        if (token == null || token.isBlank()) {
            throw new IOException(
                    "--registry needs a bearer token in the environment variable " + TOKEN);
        }
        return token.strip();
    }
}
