package dev.precept.quickstart.identity;

import dev.precept.quickstart.kept.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The identity provider as one Spring context inside the supervisor; its log goes to a file only.
public final class IdentityServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private IdentityServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Returns once it answers.
    ///
    /// @param console whose redirects are allowed
    public static IdentityServer start(
            URI issuer, String bindAddress, URI console, Path logs, Secrets secrets) {
        var properties =
                Map.<String, Object>of(
                        "server.port", issuer.getPort(),
                        "server.address", bindAddress,
                        // The console's cookies are for the same host: cookies know no ports.
                        "server.servlet.session.cookie.name", "PRECEPT_IDENTITY",
                        "precept.issuer", issuer.toString(),
                        "precept.console", console.toString(),
                        "precept.secrets", secrets.folder().toString(),
                        "logging.file.name", logs.resolve("identity.log").toString(),
                        "logging.threshold.console", "OFF",
                        "spring.threads.virtual.enabled", "true");
        SpringApplication application =
                new SpringApplicationBuilder(IdentityConfiguration.class)
                        .bannerMode(Banner.Mode.OFF)
                        .registerShutdownHook(false)
                        .properties(properties)
                        .build();
        return new IdentityServer(application.run());
    }

    @Override
    public void close() {
        context.close();
    }
}
