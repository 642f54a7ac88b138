package dev.precept.quickstart.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks whether every port is free before anything starts.
final class PortCheck {

    private PortCheck() {}

    /// One line about the first port that is taken or asked for twice, with the option that moves
    /// it.
    static Optional<String> problem(Settings settings) {
        var wanted = new ArrayList<Integer>();
        for (var want : wants(settings)) {
            if (wanted.contains(want.port())) {
                return Optional.of(
                        "Port %d is asked for twice; move the %s with %s PORT."
                                .formatted(want.port(), want.what(), want.option()));
            }
            wanted.add(want.port());
            if (!isFree(want.address(), want.port())) {
                return Optional.of(
                        "Port %d (%s) is taken by another program; move it with %s PORT."
                                .formatted(want.port(), want.what(), want.option()));
            }
        }
        return Optional.empty();
    }

    private static List<Want> wants(Settings settings) {
        var ports = settings.ports();
        var bind = settings.bindAddress();
        var wants = new ArrayList<Want>();
        wants.add(new Want(ports.console(), "console", "--console-port", bind));
        wants.add(new Want(ports.registry(), "registry", "--registry-port", bind));
        wants.add(new Want(ports.identity(), "identity provider", "--identity-port", bind));
        wants.add(new Want(ports.database(), "database", "--database-port", "127.0.0.1"));
        for (int worker = 0; worker < settings.workers(); worker++) {
            wants.add(new Want(ports.worker() + worker, "worker", "--worker-port", "127.0.0.1"));
        }
        return wants;
    }

    private static boolean isFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private record Want(int port, String what, String option, String address) {}
}
