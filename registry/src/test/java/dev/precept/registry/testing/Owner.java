package dev.precept.registry.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The owner of the tables, for what the registry's role may not do: putting rows to what they
/// would be at another time, tidying up, and trying what triggers hold against an owner too.
public final class Owner {

    private final JdbcTemplate application;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Owner(DataSource dataSource, DataSource application) {
        this.application = new JdbcTemplate(application);
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /// The registry's role has no right to it, and a trigger refuses the owner too.
    public void assertNobodyMay(String sql) {
        assertThatThrownBy(() -> application.update(sql))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.update(sql))
                .rootCause()
                .hasMessageMatching("(?s).*(append-only|immutable).*");
    }

    /// Changes rows past one trigger of their table.
    ///
    /// @param sql with a parameter for each argument
    public void past(String trigger, String table, String sql, Object... arguments) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("alter table %s disable trigger %s".formatted(table, trigger));
            jdbc.update(sql, arguments);
            jdbc.execute("alter table %s enable trigger %s".formatted(table, trigger));
        });
    }
}
