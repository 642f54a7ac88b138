package dev.precept.quickstart.database;

/// Where a database is reached, and as whom.
public record Database(String url, String user, String password) {

    /// Keeps the password out of logs.
    @Override
    public String toString() {
        return "Database[" + url + " as " + user + "]";
    }
}
