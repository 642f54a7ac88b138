package dev.precept.quickstart.supervisor;

import dev.precept.quickstart.database.Database;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// Which children there are, and the environment that each one gets.
final class Plans {

    private final Settings settings;

    Plans(Settings settings) {
        this.settings = settings;
    }

    Child.Plan registry(Database database) {
        return new Child.Plan(
                "registry",
                Application.REGISTRY,
                Screen.Colour.BLUE,
                settings.registry(),
                Map.of(
                        "SERVER_PORT", port(settings.ports().registry()),
                        "SERVER_ADDRESS", settings.bindAddress(),
                        "PRECEPT_ISSUER", settings.identity().toString(),
                        "PRECEPT_DATABASE_URL", database.url(),
                        "SPRING_DATASOURCE_HIKARI_MINIMUM_IDLE", "4",
                        "PRECEPT_DATABASE_OWNER", database.owner().user(),
                        "PRECEPT_DATABASE_OWNER_PASSWORD", database.owner().password(),
                        "PRECEPT_DATABASE_USER", database.application().user(),
                        "PRECEPT_DATABASE_PASSWORD", database.application().password()));
    }

    Child.Plan console() {
        return new Child.Plan(
                "console",
                Application.CONSOLE,
                Screen.Colour.MAGENTA,
                settings.console(),
                Map.of(
                        "SERVER_PORT", port(settings.ports().console()),
                        "SERVER_ADDRESS", settings.bindAddress(),
                        "PRECEPT_REGISTRY_URL", settings.registry().toString(),
                        "PRECEPT_ISSUER", settings.identity().toString(),
                        "PRECEPT_CLIENT_ID", "precept-console",
                        "PRECEPT_CLIENT_SECRET", "precept-console"));
    }

    Child.Plan worker(int index) {
        int port = settings.ports().worker() + index;
        var name = settings.workers() == 1 ? "worker" : "worker-" + (index + 1);
        return new Child.Plan(
                name,
                Application.WORKER,
                Screen.Colour.CYAN,
                URI.create("http://127.0.0.1:" + port),
                workerEnvironment(name, port));
    }

    private Map<String, String> workerEnvironment(String name, int port) {
        var environment = new HashMap<String, String>();
        environment.put("SERVER_PORT", port(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("PRECEPT_REGISTRY_URL", settings.registry().toString());
        environment.put("PRECEPT_ISSUER", settings.identity().toString());
        environment.put("PRECEPT_CLIENT_ID", "precept-worker");
        environment.put("PRECEPT_CLIENT_SECRET", "precept-worker");
        environment.put("PRECEPT_WORKER_NAME", name);
        environment.put("PRECEPT_ENGINE", settings.engine().name());
        var model = settings.engine().model();
        if (model != null) {
            environment.put("PRECEPT_MODEL_DIR", model.toString());
        }
        return Map.copyOf(environment);
    }

    private static String port(int port) {
        return Integer.toString(port);
    }
}
