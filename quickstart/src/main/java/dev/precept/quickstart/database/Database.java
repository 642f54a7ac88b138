package dev.precept.quickstart.database;

/// Where a database is reached: by the owner of its tables, who migrates, and by the application,
/// which reads and writes rows.
public record Database(String url, Login owner, Login application) {

    /// A role of the database.
    public record Login(String user, String password) {

        /// Keeps the password out of logs.
        @Override
        public String toString() {
            return user;
        }
    }
}
