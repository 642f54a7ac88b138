package dev.precept.bench;

import java.net.URI;
import picocli.CommandLine.Option;

/// Where the registry is and who asks.
final class RegistryOptions {

    @Option(
            names = "--registry",
            defaultValue = "http://localhost:8090",
            description = "base address of the registry (default: ${DEFAULT-VALUE})")
    URI registry = URI.create("http://localhost:8090");

    @Option(
            names = "--submitter-token",
            defaultValue = "${env:PRECEPT_SUBMITTER_TOKEN}",
            required = true,
            description = "bearer token of a submitter (default: $PRECEPT_SUBMITTER_TOKEN)")
    String submitterToken = "";

    RegistryClient submitter() {
        return new RegistryClient(registry, submitterToken);
    }
}
