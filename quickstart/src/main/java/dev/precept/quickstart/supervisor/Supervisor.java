package dev.precept.quickstart.supervisor;

import dev.precept.quickstart.database.Cluster;
import dev.precept.quickstart.database.Database;
import dev.precept.quickstart.identity.DemoTokens;
import dev.precept.quickstart.identity.IdentityServer;
import dev.precept.quickstart.kept.Secrets;
import dev.precept.quickstart.starter.StarterLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Starts everything, as much of it in parallel as depends on nothing else, and stops it in the
/// reverse order.
final class Supervisor {

    private static final Duration PATIENCE_TO_START = Duration.ofMinutes(2);
    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(10);

    private final Settings settings;
    private final Secrets secrets;
    private final Screen screen;
    private final Readiness readiness = new Readiness();
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final FasterStarts fasterStarts = new FasterStarts();
    private final Cluster cluster;

    private @Nullable IdentityServer identity;
    private volatile boolean stopping;

    Supervisor(Settings settings, Secrets secrets, Screen screen) {
        this.settings = settings;
        this.screen = screen;
        this.cluster =
                new Cluster(
                        settings.data().postgresql(),
                        settings.data().logs(),
                        settings.ports().database(),
                        secrets);
        this.secrets = secrets;
    }

    /// Returns when everything answers, or has had its time.
    ///
    /// @return the names of what does not answer; it is started again whenever it ends
    List<String> start() throws IOException, InterruptedException {
        var plans = new Plans(settings);
        var database = inBackground(this::startDatabase);
        var registryCommand = inBackground(() -> command(Application.REGISTRY));
        var identityStarted = inBackground(this::startIdentity);
        var workerCommand = inBackground(() -> command(Application.WORKER));
        var consoleCommand = inBackground(() -> command(Application.CONSOLE));
        var registry = start(plans.registry(join(database)), join(registryCommand));
        join(identityStarted);
        var rest = new ArrayList<Child>();
        rest.add(start(plans.console(), join(consoleCommand)));
        for (int worker = 0; worker < settings.workers(); worker++) {
            rest.add(start(plans.worker(worker), join(workerCommand)));
        }
        var silent = new ArrayList<String>();
        if (awaitReady(registry)) {
            new StarterLoader(settings.registry(), new DemoTokens(settings.identity(), secrets))
                    .load(screen::done, screen::warn);
        } else {
            silent.add(registry.name());
        }
        for (var child : rest) {
            if (!awaitReady(child)) {
                silent.add(child.name());
            }
        }
        return silent;
    }

    /// Stays until it is done or stopped.
    void prepareFasterStarts() throws InterruptedException {
        fasterStarts.prepare(children, settings.data().logs().resolve("faster-starts.log"));
    }

    /// Workers and console first, then the registry that they call, then what it stands on.
    void stop() throws InterruptedException {
        stopping = true;
        fasterStarts.stop();
        var callers = new ArrayList<CompletableFuture<Boolean>>();
        for (var child : children) {
            if (!child.name().equals("registry")) {
                callers.add(inBackground(() -> stop(child)));
            }
        }
        callers.forEach(CompletableFuture::join);
        for (var child : children) {
            stop(child);
        }
        synchronized (this) {
            if (identity != null) {
                identity.close();
            }
        }
        cluster.stop();
    }

    private Database startDatabase() throws IOException, InterruptedException {
        long started = System.nanoTime();
        var database = cluster.start();
        screen.done(
                "PostgreSQL on 127.0.0.1:%d (%s)"
                        .formatted(settings.ports().database(), since(started)));
        return database;
    }

    private boolean startIdentity() throws IOException {
        long started = System.nanoTime();
        var server =
                IdentityServer.start(
                        settings.identity(),
                        settings.bindAddress(),
                        settings.console(),
                        settings.data().logs(),
                        secrets);
        synchronized (this) {
            identity = server;
        }
        screen.done("identity provider on %s (%s)".formatted(settings.identity(), since(started)));
        return true;
    }

    private JavaCommand command(Application application) throws IOException, InterruptedException {
        var folder = settings.data().applications();
        Path jar = application.unpack(settings.home(), folder);
        return new JavaCommand(application, jar, LeashJar.in(folder));
    }

    private Child start(Child.Plan plan, JavaCommand command) {
        var child =
                new Child(plan, command, screen, new LogFile(settings.data().logs(), plan.name()));
        children.add(child);
        if (!stopping) {
            child.start();
        }
        return child;
    }

    private boolean awaitReady(Child child) throws InterruptedException {
        long started = System.nanoTime();
        if (readiness.await(child.readiness(), PATIENCE_TO_START)) {
            screen.done("%s is ready".formatted(child.name()));
            return true;
        }
        screen.warn(
                "%s does not answer %s after %s; see %s"
                        .formatted(
                                child.name(),
                                child.readiness(),
                                since(started),
                                settings.data().logs().resolve(child.name() + ".log")));
        return false;
    }

    private static boolean stop(Child child) throws InterruptedException {
        child.stop(PATIENCE_TO_STOP);
        return true;
    }

    private static String since(long started) {
        return "%.1f s".formatted((System.nanoTime() - started) / 1e9);
    }

    private static <T> CompletableFuture<T> inBackground(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform()
                .start(() -> {
                    try {
                        result.complete(work.call());
                    } catch (Exception problem) {
                        result.completeExceptionally(problem);
                    }
                });
        return result;
    }

    private static <T> T join(CompletableFuture<T> future) throws IOException {
        try {
            return future.join();
        } catch (CompletionException problem) {
            var cause = problem.getCause() == null ? problem : problem.getCause();
            throw new IOException(cause.getMessage(), cause);
        }
    }
}
