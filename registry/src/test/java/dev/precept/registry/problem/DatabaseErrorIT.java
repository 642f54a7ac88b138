package dev.precept.registry.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.registry.testing.RegistryTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/// What the database says of a row that it refuses goes into the log, the row itself does not.
@RegistryTest
class DatabaseErrorIT {

    @Autowired private JdbcTemplate jdbc;

    @Value("${spring.datasource.hikari.data-source-properties.logServerErrorDetail}")
    private boolean detail;

    @Test
    void refusedRowIsNotQuoted() {
        assertThat(detail).isFalse();
        assertThatThrownBy(() ->
                        jdbc.update(
                                "insert into policy (slug, name) values ('row-quoted', 'See you')"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("null value in column")
                .hasMessageNotContaining("Failing row")
                .rootCause()
                .hasMessageNotContaining("Failing row");
    }
}
