package dev.precept.infra.keycloak;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// A port that nothing uses, below those that systems give to outgoing connections: it stays free
/// until its server binds it, however long that takes.
final class FreePort {

    private static final int FROM = 20_000;
    private static final int TO = 30_000;

    private FreePort() {}

    static int next() {
        return ThreadLocalRandom.current()
                .ints(FROM, TO)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
