package dev.precept.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// The role that the registry works as, where it is not the owner of the tables. What it may do is
/// granted by `afterMigrate__application_role.sql`.
record ApplicationRole(String name, String password) {

    /// Creates it if there is none; one that is there stays as it is, with its password.
    ///
    /// @throws SQLException if the database cannot be reached, or the owner may not create roles
    void ensure(String url, String owner, String ownerPassword) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, ownerPassword)) {
            if (isMissing(connection)) {
                create(connection);
            }
        }
    }

    private boolean isMissing(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            select.setString(1, name);
            try (var rows = select.executeQuery()) {
                return !rows.next();
            }
        }
    }

    /// The password is hashed here, so that it cannot stand in the server's log.
    private void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        var postgres = connection.unwrap(PGConnection.class);
        try (var statement = connection.createStatement()) {
            statement.execute("create role " + postgres.escapeIdentifier(name) + " login");
        }
        postgres.alterUserPassword(name, password.toCharArray(), "scram-sha-256");
        connection.commit();
    }

    /// Keeps the password out of logs.
    @Override
    public String toString() {
        return "ApplicationRole[" + name + "]";
    }
}
