package dev.precept.migrations;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the database named by `PRECEPT_DATABASE_URL`, `_USER` and `_PASSWORD` to the newest
/// schema, then ends. Prints one line; exits with 1 if it could not.
public final class Migrate {

    private final Map<String, String> environment;

    Migrate(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// @return what was done, in one line
    /// @throws FlywayException if the database cannot be reached or refuses a migration
    String run() {
        var result =
                Flyway.configure()
                        .dataSource(
                                url(), setting("USER", "precept"), setting("PASSWORD", "precept"))
                        .load()
                        .migrate();
        return result.migrationsExecuted == 0
                ? "The schema is up to date at version " + result.initialSchemaVersion + "."
                : "Applied %d migrations; the schema is at version %s."
                        .formatted(result.migrationsExecuted, result.targetSchemaVersion);
    }

    /// Why it failed, in one line, without the parameters of the address.
    String explain(FlywayException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var reason =
                String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
        return "Cannot migrate %s: %s Check PRECEPT_DATABASE_URL, _USER and _PASSWORD."
                .formatted(
                        url().replaceFirst("\\?.*", ""),
                        reason.endsWith(".") ? reason : reason + ".");
    }

    private String url() {
        return setting("URL", "jdbc:postgresql://localhost:5432/precept");
    }

    private String setting(String name, String otherwise) {
        return environment.getOrDefault("PRECEPT_DATABASE_" + name, otherwise);
    }

    public static void main(String[] arguments) {
        var migrate = new Migrate(System.getenv());
        try {
            System.out.println(migrate.run());
        } catch (FlywayException failure) {
            System.err.println(migrate.explain(failure));
            System.exit(1);
        }
    }
}
