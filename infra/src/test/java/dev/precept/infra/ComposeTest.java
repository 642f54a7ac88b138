package dev.precept.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The Compose files say what they should, and a linter finds nothing in them.
class ComposeTest {

    private static final Path FILE = Path.of("compose.yaml");
    private static final Path MODEL = Path.of("compose.model.yaml");
    private static final Path CUDA = Path.of("compose.cuda.yaml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");

    @Test
    void linterFindsNothing() throws Exception {
        var report = Files.createTempFile("dclint", ".txt");
        var process =
                new ProcessBuilder(
                                "npx",
                                "--yes",
                                "dclint@3.1.0",
                                "--config",
                                ".dclintrc.yaml",
                                "--max-warnings",
                                "0",
                                FILE.toString(),
                                MODEL.toString(),
                                CUDA.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(report.toFile());
        Process running;
        try {
            running = process.start();
        } catch (IOException missing) {
            fail("npx is needed to lint compose.yaml: install Node 20 or newer with npm", missing);
            return;
        }
        if (!running.waitFor(4, TimeUnit.MINUTES)) {
            running.destroyForcibly();
            fail("the linter of compose.yaml did not end within 4 minutes; can npm be reached?");
        }
        assertThat(running.exitValue())
                .as("dclint, which npx fetches from npm, said: %s", Files.readString(report))
                .isZero();
    }

    @Test
    void everyServiceOfTheProductIsThere() throws IOException {
        assertThat(services())
                .containsOnlyKeys(
                        "console", "keycloak", "migrate", "postgres", "registry", "worker");
        assertThat(services())
                .allSatisfy((name, service) -> {
                    if (!name.equals("migrate")) {
                        assertThat(service).containsKey("healthcheck");
                    }
                });
    }

    @Test
    void theFilesForModelsChangeTheWorkerOnly() throws IOException {
        assertThat(services(MODEL)).containsOnlyKeys("worker");
        assertThat(services(CUDA)).containsOnlyKeys("worker");
        assertThat(services(CUDA).get("worker").get("build").toString())
                .contains("BASE", "nvidia/cuda:12");
    }

    @Test
    void workersCanBeMany() throws IOException {
        assertThat(services().get("worker"))
                .doesNotContainKeys("container_name", "ports")
                .containsKey("deploy");
    }

    @Test
    void theRegistryWorksAsARoleThatDoesNotOwnItsTables() throws IOException {
        var registry = environment("registry");
        var migrate = environment("migrate");
        assertThat(registry)
                .containsEntry("PRECEPT_DATABASE_MIGRATE", "false")
                .containsEntry("PRECEPT_DATABASE_USER", migrate.get("PRECEPT_DATABASE_USER"))
                .doesNotContainKey("PRECEPT_DATABASE_OWNER_PASSWORD");
        assertThat(migrate)
                .containsEntry(
                        "PRECEPT_DATABASE_OWNER", environment("postgres").get("POSTGRES_USER"))
                .doesNotContainEntry(
                        "PRECEPT_DATABASE_OWNER", registry.get("PRECEPT_DATABASE_USER"));
    }

    @Test
    void everyVariableHasADefaultAndNothingIsOpenBeyondThisMachine() throws IOException {
        for (Path file : List.of(FILE, MODEL, CUDA)) {
            assertThat(VARIABLE.matcher(Files.readString(file)).results())
                    .allSatisfy(match -> assertThat(match.group()).contains(":-"));
        }
        for (var service : services().values()) {
            if (service.get("ports") instanceof Iterable<?> ports) {
                assertThat(ports)
                        .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
            }
        }
    }

    private static Map<String, String> environment(String service) throws IOException {
        var environment = (Map<?, ?>) services().get(service).get("environment");
        return environment.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()),
                                entry -> String.valueOf(entry.getValue())));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        return services(FILE);
    }

    private static Map<String, Map<String, Object>> services(Path path) throws IOException {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml().load(Files.readString(path));
        return file.get("services");
    }
}
