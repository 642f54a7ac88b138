package dev.precept.registry.item;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.intake.ItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Keeps contents as JSON, many rows a round trip.
@Repository
class JdbcItems implements Items, ItemContents {

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JdbcItems(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<NewItem> items) {
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into item
                       (id, content, external_id, metadata, submitted_by, submitted_at, playground)
                values (?, ?::jsonb, ?, ?::jsonb, ?, ?, ?)
                """,
                items,
                500,
                (statement, item) -> {
                    statement.setObject(1, item.id().value());
                    statement.setString(
                            2, json.writerFor(Content.class).writeValueAsString(item.content()));
                    statement.setString(3, item.externalId());
                    statement.setString(4, json.writeValueAsString(item.metadata()));
                    statement.setString(5, item.submittedBy());
                    statement.setTimestamp(6, now);
                    statement.setBoolean(7, item.playground());
                });
    }

    @Override
    public Map<ItemId, Content> byId(Collection<ItemId> ids) {
        return find(ids).values().stream().collect(Collectors.toMap(Item::id, Item::content));
    }

    @Override
    public Map<ItemId, Item> find(Collection<ItemId> ids) {
        return jdbc
                .query(
                        "select * from item where id = any (?)",
                        this::item,
                        (Object) ids.stream().map(ItemId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Item::id, Function.identity()));
    }

    private Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                new ItemId(row.getObject("id", UUID.class)),
                json.readValue(row.getString("content"), Content.class),
                row.getString("external_id"),
                json.readValue(row.getString("metadata"), METADATA),
                row.getString("submitted_by"),
                row.getTimestamp("submitted_at").toInstant(),
                row.getBoolean("playground"));
    }
}
