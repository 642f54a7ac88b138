package dev.precept.registry.queue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What waits for operators.
@Service
public class QueueDesk {

    private final JdbcClient jdbc;

    QueueDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int deadLetters() {
        return jdbc.sql("select count(*) from job where status = 'DEAD'")
                .query(Integer.class)
                .single();
    }
}
