package dev.precept.registry.discussion;

import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.discussion.CommentThread.Comment;
import dev.precept.contracts.discussion.ThreadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Threads and comments; rows are only added.
@Repository
class ThreadRows {

    private static final String SELECT =
            """
            select thread.*, state.set_by, state.set_at
              from discussion_thread thread
              left join lateral (select * from discussion_state
                                  where thread_id = thread.id order by sequence desc limit 1) state
                on state.resolved
            """;

    private final JdbcClient jdbc;

    ThreadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(Place place, Anchor anchor, String actor, Instant at) {
        return jdbc.sql(
                        """
                        insert into discussion_thread
                        values (uuidv7(), ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(place.slug(), place.number(), place.revision())
                .param(anchor.line())
                .param(anchor.rule())
                .params(place.quote(), actor, Timestamp.from(at))
                .query(UUID.class)
                .single();
    }

    void say(UUID thread, String actor, String text, Instant at) {
        jdbc.sql("insert into discussion_comment values (uuidv7(), ?, ?, ?, ?)")
                .params(thread, actor, text, Timestamp.from(at))
                .update();
    }

    void settle(UUID thread, boolean resolved, String actor, Instant at) {
        jdbc.sql(
                        """
                        insert into discussion_state (thread_id, resolved, set_by, set_at)
                        values (?, ?, ?, ?)
                        """)
                .params(thread, resolved, actor, Timestamp.from(at))
                .update();
    }

    int open(String slug, int number) {
        return jdbc.sql("select open_threads(?, ?)")
                .params(slug, number)
                .query(Integer.class)
                .single();
    }

    /// Oldest first.
    List<CommentThread> after(String slug, int number, @Nullable UUID after, int limit) {
        return with(
                jdbc.sql(
                                SELECT
                                        + """
                                        where slug = ? and number = ?
                                          and id > coalesce(?, '00000000-0000-0000-0000-000000000000'::uuid)
                                        order by id limit ?
                                        """)
                        .params(slug, number)
                        .param(after)
                        .param(limit)
                        .query(ThreadRows::thread)
                        .list());
    }

    Optional<CommentThread> find(String slug, int number, ThreadId id) {
        return with(
                        jdbc.sql(SELECT + "where slug = ? and number = ? and id = ?")
                                .params(slug, number, id.value())
                                .query(ThreadRows::thread)
                                .list())
                .stream()
                .findFirst();
    }

    private List<CommentThread> with(List<CommentThread> threads) {
        if (threads.isEmpty()) {
            return threads;
        }
        Map<UUID, List<Comment>> said = new HashMap<>();
        jdbc.sql(
                        """
                        select * from discussion_comment where thread_id in (:ids)
                         order by written_at, id
                        """)
                .param("ids", threads.stream().map(thread -> thread.id().value()).toList())
                .query(row -> {
                    said.computeIfAbsent(
                                    row.getObject("thread_id", UUID.class), _ -> new ArrayList<>())
                            .add(
                                    new Comment(
                                            row.getString("author"),
                                            row.getString("text"),
                                            row.getTimestamp("written_at").toInstant()));
                });
        return threads.stream()
                .map(it ->
                        new CommentThread(
                                it.id(),
                                it.anchor(),
                                it.quote(),
                                it.revision(),
                                it.resolvedBy(),
                                it.resolvedAt(),
                                said.getOrDefault(it.id().value(), List.of())))
                .toList();
    }

    private static CommentThread thread(ResultSet row, int index) throws SQLException {
        var at = row.getTimestamp("set_at");
        return new CommentThread(
                new ThreadId(row.getObject("id", UUID.class)),
                new Anchor((@Nullable Integer) row.getObject("line"), row.getString("rule")),
                row.getString("quote"),
                row.getInt("revision"),
                row.getString("set_by"),
                at == null ? null : at.toInstant(),
                List.of());
    }

    /// Where a thread is opened.
    ///
    /// @param quote the line, as it stands; empty for the whole version
    record Place(String slug, int number, int revision, String quote) {}
}
