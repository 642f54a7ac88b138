package dev.precept.worker.connection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the registry and the identity provider are, and who this worker is to them.
@ConfigurationProperties("precept.worker.connection")
public record ConnectionProperties(
        @DefaultValue("http://localhost:8090") String registryUrl,
        @DefaultValue("http://localhost:9000") String issuer,
        @DefaultValue("precept-worker") String clientId,
        @DefaultValue("precept-worker") String clientSecret) {

    /// Hides the secret.
    @Override
    public String toString() {
        return "ConnectionProperties[" + registryUrl + ", " + issuer + ", " + clientId + "]";
    }
}
