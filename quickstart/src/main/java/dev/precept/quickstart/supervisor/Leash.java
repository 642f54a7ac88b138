package dev.precept.quickstart.supervisor;

import java.io.IOException;

/// Runs the main class of an application and ends the process when its standard input ends, which
/// it does when the supervisor is gone, even by `kill -9`.
///
/// It knows nothing but the JDK: it stands alone in a jar of its own, in front of the application's
/// class path.
public final class Leash {

    private static final int SECONDS_TO_STOP = 8;

    private Leash() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        var watch = new Thread(Leash::endWithSupervisor, "leash");
        watch.setDaemon(true);
        watch.start();
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        main.invoke(null, (Object) new String[0]);
    }

    private static void endWithSupervisor() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever sent.
            }
        } catch (IOException gone) {
            // The same as the end of the stream.
        }
        var halt = new Thread(Leash::haltSoon, "leash-halt");
        halt.setDaemon(true);
        halt.start();
        System.exit(0);
    }

    private static void haltSoon() {
        try {
            Thread.sleep(SECONDS_TO_STOP * 1000L);
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
