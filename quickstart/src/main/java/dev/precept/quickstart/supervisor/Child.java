package dev.precept.quickstart.supervisor;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One application process: started, followed, and started again when it dies, until it is told to
/// stop.
final class Child {

    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final String name;
    private final Screen.Colour colour;
    private final URI readiness;
    private final JavaCommand command;
    private final Map<String, String> environment;
    private final Screen screen;
    private final LogFile log;
    private final Thread thread;

    private volatile boolean stopping;
    private volatile @Nullable Process process;

    Child(Plan plan, JavaCommand command, Screen screen, LogFile log) {
        this.name = plan.name();
        this.colour = plan.colour();
        this.readiness = plan.address().resolve("/actuator/health/readiness");
        this.command = command;
        this.environment = plan.environment();
        this.screen = screen;
        this.log = log;
        this.thread = new Thread(this::keepRunning, name);
    }

    String name() {
        return name;
    }

    JavaCommand command() {
        return command;
    }

    Map<String, String> environment() {
        return environment;
    }

    URI readiness() {
        return readiness;
    }

    void start() {
        thread.start();
    }

    /// Asks the process to end and, if it has not within the patience, ends it.
    void stop(Duration patience) throws InterruptedException {
        stopping = true;
        var running = process;
        if (running != null) {
            // Unlike the process, its handle leaves the output open: the last lines are wanted.
            running.toHandle().destroy();
            if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                screen.warn(name + " did not stop within " + patience.toSeconds() + " s: killed");
                running.destroyForcibly().waitFor();
            }
        }
        thread.interrupt();
    }

    private void keepRunning() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!stopping) {
                long started = System.nanoTime();
                int code = runOnce();
                if (stopping) {
                    return;
                }
                if (System.nanoTime() - started > STEADY.toNanos()) {
                    pause = FIRST_PAUSE_MILLIS;
                }
                screen.warn(
                        "%s ended with code %d; starting it again in %.1f s (see logs/%s.log)"
                                .formatted(name, code, pause / 1000.0, name));
                Thread.sleep(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException problem) {
            screen.warn("could not start " + name + ": " + problem.getMessage());
        }
    }

    private int runOnce() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command.line()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var started = builder.start();
        process = started;
        if (stopping) {
            started.destroy();
        }
        log.follow(started.getInputStream(), line -> screen.log(name, colour, line));
        return started.waitFor();
    }

    /// What a child shall be.
    ///
    /// @param address where its health is asked for
    record Plan(
            String name,
            Application application,
            Screen.Colour colour,
            URI address,
            Map<String, String> environment) {}
}
