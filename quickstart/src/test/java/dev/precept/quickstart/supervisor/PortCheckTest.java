package dev.precept.quickstart.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void freePortsAreNoProblem() throws IOException {
        assertThat(PortCheck.problem(settings(free(), free(), 0))).isEmpty();
    }

    @Test
    void aTakenPortIsNamedWithTheOptionThatMovesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var problem = PortCheck.problem(settings(free(), taken.getLocalPort(), 0));

            assertThat(problem)
                    .hasValueSatisfying(line ->
                            assertThat(line)
                                    .contains(
                                            "Port " + taken.getLocalPort(),
                                            "registry",
                                            "--registry-port")
                                    .doesNotContain("\n"));
        }
    }

    @Test
    void everyWorkerTakesAPortOfItsOwn() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var settings = settings(free(), free(), taken.getLocalPort() - 1);

            assertThat(PortCheck.problem(settings))
                    .hasValueSatisfying(line -> assertThat(line).contains("--worker-port"));
        }
    }

    @Test
    void aPortAskedForTwiceIsNamed() throws IOException {
        int port = free();

        assertThat(PortCheck.problem(settings(port, port, 0)))
                .hasValueSatisfying(line -> assertThat(line).contains("asked for twice"));
    }

    private static Settings settings(int console, int registry, int worker) throws IOException {
        return new Settings(
                Path.of("."),
                new DataDirectory(Path.of("target")),
                Settings.LOOPBACK,
                new Settings.Ports(console, registry, free(), free(), worker),
                new Settings.Engine("similarity", null),
                worker == 0 ? 0 : 2,
                false);
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
