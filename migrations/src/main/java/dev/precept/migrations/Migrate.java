package dev.precept.migrations;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the database named by `PRECEPT_DATABASE_URL` to the newest schema, then ends. It does so
/// as `PRECEPT_DATABASE_OWNER`, and gives `PRECEPT_DATABASE_USER` what the registry needs; without
/// an owner that user does both. Prints one line; exits with 1 if it could not.
public final class Migrate {

    private final Map<String, String> environment;

    Migrate(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// @return what was done, in one line
    /// @throws FlywayException if the database cannot be reached or refuses a migration
    /// @throws SQLException if the registry's role is missing and cannot be created
    String run() throws SQLException {
        var application =
                new ApplicationRole(setting("USER", "precept"), setting("PASSWORD", "precept"));
        var owner = setting("OWNER", application.name());
        var ownerPassword = setting("OWNER_PASSWORD", application.password());
        if (!owner.equals(application.name())) {
            application.ensure(url(), owner, ownerPassword);
        }
        var result =
                Flyway.configure()
                        .dataSource(url(), owner, ownerPassword)
                        .placeholders(Map.of("application", application.name()))
                        .load()
                        .migrate();
        return result.migrationsExecuted == 0
                ? "The schema is up to date at version " + result.initialSchemaVersion + "."
                : "Applied %d migrations; the schema is at version %s."
                        .formatted(result.migrationsExecuted, result.targetSchemaVersion);
    }

    /// Why it failed, in one line, without the parameters of the address.
    String explain(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var reason =
                String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
        return "Cannot migrate %s: %s Check PRECEPT_DATABASE_URL, _OWNER, _OWNER_PASSWORD, _USER and _PASSWORD."
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
        } catch (FlywayException | SQLException failure) {
            System.err.println(migrate.explain(failure));
            System.exit(1);
        }
    }
}
