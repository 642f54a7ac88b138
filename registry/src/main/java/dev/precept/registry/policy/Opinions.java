package dev.precept.registry.policy;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.Opinion;
import dev.precept.registry.access.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What approvers said of a bundle; kept for ever.
@Repository
class Opinions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Opinions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The database refuses it unless the version is in review under its hash.
    void approve(VersionRow version, Actor reviewer, String comment) {
        keep(version, reviewer, true, comment);
    }

    void decline(VersionRow version, Actor reviewer, String reason) {
        keep(version, reviewer, false, reason);
    }

    /// The approvals of the text as it was last submitted, oldest first.
    List<Standing.Given> approvals(VersionRow version) {
        return jdbc.sql(
                        """
                        select reviewer, groups from policy_opinion
                         where slug = ? and number = ? and submission = ? and sha256 = ? and approves
                         order by given_at, id
                        """)
                .params(version.slug(), version.number(), version.submission())
                .param(version.sha256())
                .query((row, _) ->
                        new Standing.Given(
                                row.getString(1), Set.of((String[]) row.getArray(2).getArray())))
                .list();
    }

    private record Placed(UUID id, Opinion opinion) {}

    /// Newest first.
    ///
    /// @param before the id of an opinion; null for the first page
    Page<Opinion> page(VersionRow version, @Nullable UUID before, int size) {
        var found =
                jdbc.sql(
                                """
                                select * from policy_opinion
                                 where slug = :slug and number = :number
                                   and (:before::uuid is null or id < :before)
                                 order by id desc limit :count
                                """)
                        .param("slug", version.slug())
                        .param("number", version.number())
                        .param("before", before)
                        .param("count", size + 1)
                        .query((row, index) ->
                                new Placed(row.getObject("id", UUID.class), opinion(row, index)))
                        .list();
        var page = Page.of(found, size, placed -> placed.id().toString());
        return page.with(page.items().stream().map(Placed::opinion).toList());
    }

    /// The newest decline of the text as it was last submitted.
    Optional<Opinion> lastDecline(VersionRow version) {
        return jdbc.sql(
                        """
                        select sha256, reviewer, approves, comment, given_at from policy_opinion
                         where slug = ? and number = ? and submission = ? and submission > 0
                           and not approves
                         order by given_at desc, id desc limit 1
                        """)
                .params(version.slug(), version.number(), version.submission())
                .query(Opinions::opinion)
                .optional();
    }

    private static Opinion opinion(ResultSet row, int index) throws SQLException {
        return new Opinion(
                row.getString("sha256"),
                row.getString("reviewer"),
                row.getBoolean("approves"),
                row.getString("comment"),
                row.getTimestamp("given_at").toInstant());
    }

    private void keep(VersionRow version, Actor reviewer, boolean approves, String comment) {
        jdbc.sql(
                        """
                        insert into policy_opinion
                            (id, slug, number, sha256, reviewer, groups, approves, comment, given_at)
                        values (uuidv7(), ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(version.slug(), version.number())
                .param(version.sha256())
                .params(
                        reviewer.name(),
                        reviewer.groups().toArray(String[]::new),
                        approves,
                        comment,
                        Timestamp.from(clock.instant()))
                .update();
    }
}
