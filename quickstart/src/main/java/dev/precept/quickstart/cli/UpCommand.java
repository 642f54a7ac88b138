package dev.precept.quickstart.cli;

import dev.precept.quickstart.supervisor.Quickstart;
import dev.precept.quickstart.supervisor.Screen;
import dev.precept.quickstart.supervisor.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Starts everything on this machine and stays until it is stopped.
@Command(
        name = "up",
        description = "Starts PostgreSQL, identity provider, registry, worker and console.",
        exitCodeOnInvalidInput = ExitCodes.USAGE,
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class UpCommand implements Callable<Integer> {

    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::", "[::]");

    @Mixin DataOption data = new DataOption();

    @Option(
            names = "--host",
            defaultValue = Settings.LOOPBACK,
            description = "address to listen on, and name in URLs")
    String host = Settings.LOOPBACK;

    @Option(names = "--console-port", paramLabel = "PORT", defaultValue = "8080")
    int consolePort;

    @Option(names = "--registry-port", paramLabel = "PORT", defaultValue = "8090")
    int registryPort;

    @Option(names = "--identity-port", paramLabel = "PORT", defaultValue = "9000")
    int identityPort;

    @Option(names = "--database-port", paramLabel = "PORT", defaultValue = "55432")
    int databasePort;

    @Option(
            names = "--worker-port",
            paramLabel = "PORT",
            defaultValue = "8091",
            description = "first of the workers' ports")
    int workerPort;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "number of workers, 0 to 16")
    int workers;

    @Option(
            names = "--engine",
            description =
                    "engine of the workers: similarity, onnx (the default with --model), openai, or null")
    @Nullable String engine;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "folder of the model that the workers run; see precept model")
    @Nullable Path model;

    @Option(
            names = "--no-prepare",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "do not prepare faster starts in the background once everything is up")
    boolean prepare = true;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (workers < 0 || workers > 16) {
            throw wrong("--workers " + workers + " is outside 0 to 16");
        }
        if (EVERYWHERE.contains(host)) {
            throw wrong(
                    "--host "
                            + host
                            + " is no address that a browser can open; give a name or an address of this machine");
        }
        var ports =
                new Settings.Ports(
                        consolePort, registryPort, identityPort, databasePort, workerPort);
        var settings =
                new Settings(
                        Path.of(System.getProperty("precept.home", ".")).toAbsolutePath(),
                        data.directory(),
                        host,
                        ports,
                        engine(),
                        workers,
                        prepare);
        return new Quickstart(settings, Screen.standard(), new Screen(System.err, false)).run();
    }

    private Settings.Engine engine() {
        if (model != null && !Files.isDirectory(model)) {
            throw wrong("--model " + model + " is no folder; precept model export makes one");
        }
        if (model == null && "onnx".equals(engine)) {
            throw wrong("--engine onnx needs --model DIR; precept model export makes one");
        }
        var named = engine == null ? (model == null ? "similarity" : "onnx") : engine;
        return new Settings.Engine(named, model == null ? null : model.toAbsolutePath());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
