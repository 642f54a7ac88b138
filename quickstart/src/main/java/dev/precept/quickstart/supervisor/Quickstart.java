package dev.precept.quickstart.supervisor;

import dev.precept.quickstart.database.Cluster;
import dev.precept.quickstart.identity.DemoPeople;
import dev.precept.quickstart.kept.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The whole of `up`: checks that nothing stands in the way, starts, tells where to go, and stays
/// until it is asked to stop.
public final class Quickstart {

    public static final int PORT_TAKEN = 3;
    public static final int RUNS_ALREADY = 4;
    public static final int COULD_NOT_START = 5;

    private static final Duration LEFTOVERS_END_WITHIN = Duration.ofSeconds(12);

    private final Settings settings;
    private final Screen screen;
    private final Screen errors;

    public Quickstart(Settings settings, Screen screen, Screen errors) {
        this.settings = settings;
        this.screen = screen;
        this.errors = errors;
    }

    /// Returns an exit code if it could not start; otherwise stays until the process is told to
    /// end.
    public int run() throws IOException, InterruptedException {
        var data = settings.data();
        var lock = data.lock();
        if (lock.isEmpty()) {
            var other = Running.on(data);
            errors.line(
                    "precept: a quickstart already runs on %s%s; stop it first, or give another folder with --data."
                            .formatted(
                                    data.root(),
                                    other.map(it ->
                                                    " (process %d, %s)"
                                                            .formatted(it.pid(), it.console()))
                                            .orElse("")));
            return RUNS_ALREADY;
        }
        if (!clearWay(data)) {
            return PORT_TAKEN;
        }
        return runUntilStopped(data);
    }

    private boolean clearWay(DataDirectory data) throws IOException, InterruptedException {
        boolean killed = Cluster.stopOrphan(data.postgresql()) || Running.read(data).isPresent();
        long deadline = System.nanoTime() + LEFTOVERS_END_WITHIN.toNanos();
        var problem = PortCheck.problem(settings);
        while (problem.isPresent() && killed && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
            problem = PortCheck.problem(settings);
        }
        problem.ifPresent(line -> errors.line("precept: " + line));
        return problem.isEmpty();
    }

    private int runUntilStopped(DataDirectory data) throws IOException, InterruptedException {
        long started = System.nanoTime();
        var supervisor = new Supervisor(settings, new Secrets(data.secrets()), screen);
        var stop = new Thread(() -> stop(supervisor, data), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        new Running(
                        ProcessHandle.current().pid(),
                        settings.console(),
                        settings.registry(),
                        settings.identity())
                .write(data);
        List<String> silent;
        try {
            silent = supervisor.start();
        } catch (IOException problem) {
            errors.line("precept: " + problem.getMessage());
            return COULD_NOT_START;
        }
        welcome(silent, (System.nanoTime() - started) / 1e9);
        if (silent.isEmpty() && settings.prepareFasterStarts()) {
            supervisor.prepareFasterStarts();
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private void stop(Supervisor supervisor, DataDirectory data) {
        screen.line("");
        screen.line("Stopping …");
        try {
            supervisor.stop();
            java.nio.file.Files.deleteIfExists(data.runningFile());
            screen.done("stopped; the data stays in " + data.root());
        } catch (InterruptedException | IOException problem) {
            errors.line("precept: " + problem.getMessage());
        }
    }

    private void welcome(List<String> silent, double seconds) {
        var headline =
                silent.isEmpty()
                        ? "Precept is up (%.1f s).".formatted(seconds)
                        : "Precept is up in part: no answer from %s within %.0f s; what ends is started again."
                                .formatted(String.join(", ", silent), seconds);
        screen.line("");
        screen.line(screen.paint(Screen.Colour.BOLD, headline));
        screen.line("");
        screen.line("  Console   " + settings.console());
        screen.line("  API       " + settings.registry() + "/swagger-ui.html");
        screen.line("  Data      " + settings.data().root());
        screen.line("");
        screen.line("  Sign in as one of these; the password is " + DemoPeople.PASSWORD + ":");
        for (var person : DemoPeople.PEOPLE) {
            screen.line("    %-6s %s".formatted(person.name(), person.rolesInWords()));
        }
        screen.line("");
        screen.line("  A token for the API:  ./precept token submitter");
        screen.line(
                "  A verdict:            ./precept classify --policy spam \"Win a phone today!\"");
        screen.line("  Stop with Ctrl-C.");
        screen.line("");
    }
}
