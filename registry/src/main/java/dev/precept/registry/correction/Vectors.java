package dev.precept.registry.correction;

import dev.precept.contracts.correction.Embeddings;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Vectors in the database.
@Repository
class Vectors {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Vectors(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void keep(Embeddings embeddings, String actor, Instant at) {
        batches.batchUpdate(
                """
                insert into text_embedding (model, key, vector, made_by, made_at)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """,
                embeddings.vectors(),
                Embeddings.MAX_VECTORS,
                (statement, embedding) -> {
                    statement.setString(1, embeddings.model());
                    statement.setString(2, embedding.key());
                    statement.setObject(3, embedding.vector());
                    statement.setString(4, actor);
                    statement.setTimestamp(5, Timestamp.from(at));
                });
    }

    Set<String> known(String model, Collection<String> keys) {
        return new HashSet<>(
                jdbc.sql("select key from text_embedding where model = ? and key = any(?)")
                        .param(model)
                        .param(keys.toArray(String[]::new))
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /// The model that embedded most of these texts.
    Optional<String> model(Collection<String> keys) {
        return jdbc.sql(
                        """
                        select model from text_embedding where key = any(?)
                         group by model order by count(*) desc, model limit 1
                        """)
                .param(keys.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    Map<String, float[]> of(String model, Collection<String> keys) {
        var vectors = new HashMap<String, float[]>();
        jdbc.sql("select key, vector from text_embedding where model = ? and key = any(?)")
                .param(model)
                .param(keys.toArray(String[]::new))
                .query(row -> {
                    var stored = (Float[]) row.getArray("vector").getArray();
                    var vector = new float[stored.length];
                    for (int index = 0; index < stored.length; index++) {
                        vector[index] = stored[index];
                    }
                    vectors.put(row.getString("key"), vector);
                });
        return vectors;
    }
}
