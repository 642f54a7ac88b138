package dev.precept.quickstart.supervisor;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What `up` was asked for.
///
/// @param home the folder of the built project
/// @param prepareFasterStarts whether to make AOT caches once everything is up
/// @param host the address to listen on, and the name in every URL
public record Settings(
        Path home,
        DataDirectory data,
        String host,
        Ports ports,
        Engine engine,
        int workers,
        boolean prepareFasterStarts) {

    public static final String LOOPBACK = "localhost";

    URI console() {
        return at(ports.console());
    }

    URI registry() {
        return at(ports.registry());
    }

    public URI identity() {
        return at(ports.identity());
    }

    /// The address that servers bind to.
    public String bindAddress() {
        return host.equals(LOOPBACK) ? "127.0.0.1" : host;
    }

    URI at(int port) {
        return URI.create("http://" + host + ":" + port);
    }

    /// Where each part listens; workers take one port each, upwards from `worker`.
    public record Ports(int console, int registry, int identity, int database, int worker) {}

    /// What the workers run.
    ///
    /// @param model folder of the model, for the engine `onnx`
    public record Engine(String name, @Nullable Path model) {}
}
