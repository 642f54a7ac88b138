package dev.precept.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The Compose file says what it should, and a linter finds nothing in it.
class ComposeTest {

    private static final Path FILE = Path.of("compose.yaml");
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
                                FILE.toString())
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
    void workersCanBeMany() throws IOException {
        assertThat(services().get("worker"))
                .doesNotContainKeys("container_name", "ports")
                .containsKey("deploy");
    }

    @Test
    void everyVariableHasADefaultAndNothingIsOpenBeyondThisMachine() throws IOException {
        assertThat(VARIABLE.matcher(Files.readString(FILE)).results())
                .allSatisfy(match -> assertThat(match.group()).contains(":-"));
        for (var service : services().values()) {
            if (service.get("ports") instanceof Iterable<?> ports) {
                assertThat(ports)
                        .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
            }
        }
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml().load(Files.readString(FILE));
        return file.get("services");
    }
}
