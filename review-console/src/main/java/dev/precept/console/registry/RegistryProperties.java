package dev.precept.console.registry;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the registry is, under `precept.registry`.
@ConfigurationProperties("precept.registry")
record RegistryProperties(URI url) {}
