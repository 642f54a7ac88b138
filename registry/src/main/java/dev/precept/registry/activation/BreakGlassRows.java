package dev.precept.registry.activation;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.rollout.BreakGlass;
import dev.precept.contracts.rollout.BreakGlass.End;
import dev.precept.contracts.rollout.BreakGlassId;
import dev.precept.registry.paging.NewestFirst;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Broken glass in the database.
@Repository
class BreakGlassRows {

    private final JdbcClient jdbc;

    BreakGlassRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(BreakGlass glass) {
        jdbc.sql(
                        """
                        insert into break_glass
                               (id, slug, alias, from_number, to_number, reason, closed,
                                broken_by, broken_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        glass.id().value(),
                        glass.slug(),
                        glass.alias(),
                        glass.from(),
                        glass.to(),
                        glass.reason(),
                        glass.closed(),
                        glass.brokenBy(),
                        Timestamp.from(glass.brokenAt()),
                        Timestamp.from(glass.expiresAt()))
                .update();
    }

    Optional<BreakGlass> find(BreakGlassId id) {
        return jdbc.sql("select * from break_glass where id = ?")
                .param(id.value())
                .query(BreakGlassRows::glass)
                .optional();
    }

    Optional<BreakGlass> openAt(String slug, String alias) {
        return jdbc.sql("select * from break_glass where slug = ? and alias = ? and ended is null")
                .params(slug, alias)
                .query(BreakGlassRows::glass)
                .optional();
    }

    /// What keeps a version from going past the gates of an alias: a review that is owed there,
    /// else one that rejected the version.
    Optional<BreakGlass> bar(String slug, String alias, int number) {
        return jdbc.sql(
                        """
                        select * from break_glass
                         where slug = ? and alias = ?
                           and (reviewed_by is null or to_number = ? and not accepted)
                         order by reviewed_by is null desc, broken_at desc limit 1
                        """)
                .params(slug, alias, number)
                .query(BreakGlassRows::glass)
                .optional();
    }

    Page<BreakGlass> page(String slug, @Nullable UUID before) {
        return NewestFirst.page(
                jdbc, "break_glass", slug, before, BreakGlassRows::glass, BreakGlass::id);
    }

    List<BreakGlass> expired(Instant now) {
        return jdbc.sql("select * from break_glass where ended is null and expires_at <= ?")
                .param(Timestamp.from(now))
                .query(BreakGlassRows::glass)
                .list();
    }

    int unreviewed() {
        return jdbc.sql("select count(*) from break_glass where reviewed_by is null")
                .query(Integer.class)
                .single();
    }

    /// @return whether this call ended it
    boolean end(BreakGlassId id, End end, Instant at) {
        return jdbc.sql(
                                """
                                update break_glass set ended = ?, ended_at = ?
                                 where id = ? and ended is null
                                """)
                        .params(end.name(), Timestamp.from(at), id.value())
                        .update()
                == 1;
    }

    void review(BreakGlassId id, boolean accepted, String by, Instant at, String note) {
        jdbc.sql(
                        """
                        update break_glass set accepted = ?, reviewed_by = ?, reviewed_at = ?,
                                               review_note = ?
                         where id = ?
                        """)
                .params(accepted, by, Timestamp.from(at), note, id.value())
                .update();
    }

    private static BreakGlass glass(ResultSet row, int index) throws SQLException {
        var ended = row.getString("ended");
        var reviewer = row.getString("reviewed_by");
        return new BreakGlass(
                new BreakGlassId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("alias"),
                row.getInt("from_number"),
                row.getInt("to_number"),
                row.getString("reason"),
                row.getString("closed"),
                row.getString("broken_by"),
                row.getTimestamp("broken_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                ended == null ? null : End.valueOf(ended),
                ended == null ? null : row.getTimestamp("ended_at").toInstant(),
                reviewer == null
                        ? null
                        : new BreakGlass.Review(
                                row.getBoolean("accepted"),
                                reviewer,
                                row.getTimestamp("reviewed_at").toInstant(),
                                row.getString("review_note")));
    }
}
