package dev.precept.registry.goldenset;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenSetVersion;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyShelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Golden sets under number and hash. A set with the cases of an earlier one is that one.
@Service
@Transactional
class FrozenGoldenSets implements GoldenFreezing {

    private final PolicyShelf policies;
    private final GoldenDigest digest;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    FrozenGoldenSets(
            PolicyShelf policies,
            GoldenDigest digest,
            JdbcClient jdbc,
            Ledger ledger,
            Clock clock) {
        this.policies = policies;
        this.digest = digest;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public GoldenSetVersion freeze(String slug, String actor) {
        // imports hold the same lock, so that hash and members are of one set
        policies.hold(slug);
        var sealed = digest.of(slug);
        if (sealed.cases() == 0) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "The golden set of %s is empty; add cases before it is frozen."
                            .formatted(slug));
        }
        return bySha256(slug, sealed.sha256()).orElseGet(() -> keep(slug, sealed, actor));
    }

    private GoldenSetVersion keep(String slug, GoldenDigest.Sealed sealed, String actor) {
        var version =
                new GoldenSetVersion(
                        slug,
                        newest(slug) + 1,
                        sealed.sha256(),
                        sealed.cases(),
                        actor,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("insert into golden_set values (?, ?, ?, ?, ?, ?)")
                .params(
                        slug,
                        version.number(),
                        version.sha256(),
                        version.cases(),
                        actor,
                        Timestamp.from(version.frozenAt()))
                .update();
        jdbc.sql(
                        """
                        insert into golden_set_member
                        select slug, ?, id from golden_case where slug = ? and retired_at is null
                        """)
                .params(version.number(), slug)
                .update();
        ledger.append(
                actor,
                "golden.set.frozen",
                "policy:" + slug,
                Map.of(
                        "number", version.number(),
                        "sha256", version.sha256(),
                        "cases", version.cases()));
        return version;
    }

    @Override
    @Transactional(readOnly = true)
    public GoldenSetVersion frozen(String slug, int number) {
        policies.require(slug);
        return jdbc.sql("select * from golden_set where slug = ? and number = ?")
                .params(slug, number)
                .query(FrozenGoldenSets::version)
                .optional()
                .orElseThrow(() ->
                        new PreceptException(
                                ErrorCode.NOT_FOUND,
                                "The policy %s has no frozen golden set %d."
                                        .formatted(slug, number)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> outdated(String slug, int number) {
        int newest = newest(slug);
        if (newest > number) {
            return Optional.of(
                    "The newest run is on golden set %d, and set %d is frozen since: run it again."
                            .formatted(number, newest));
        }
        int missing = protectedOutside(slug, number);
        return missing == 0
                ? Optional.empty()
                : Optional.of(
                        "%d protected cases are new since golden set %d was frozen: run it again."
                                .formatted(missing, number));
    }

    /// Cases count as the same by content and expectation: one with another note is another row.
    private int protectedOutside(String slug, int number) {
        return jdbc.sql(
                        """
                        select count(*) from golden_case g
                         where g.slug = :slug and g.guarded and g.retired_at is null
                           and not exists (
                               select from golden_set_member m
                                 join golden_case c on c.id = m.case_id
                                where m.slug = g.slug and m.number = :number
                                  and c.content_sha256 = g.content_sha256 and c.guarded
                                  and (c.outcome, c.label, c.rule_id)
                                      is not distinct from (g.outcome, g.label, g.rule_id))
                        """)
                .param("slug", slug)
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    private int newest(String slug) {
        return jdbc.sql("select coalesce(max(number), 0) from golden_set where slug = ?")
                .param(slug)
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Page<GoldenSetVersion> page(String slug, int before, int size) {
        policies.require(slug);
        var found =
                jdbc.sql(
                                """
                                select * from golden_set where slug = ? and number < ?
                                 order by number desc limit ?
                                """)
                        .params(slug, before, size + 1)
                        .query(FrozenGoldenSets::version)
                        .list();
        return Page.of(found, size, version -> String.valueOf(version.number()));
    }

    private Optional<GoldenSetVersion> bySha256(String slug, String sha256) {
        return jdbc.sql("select * from golden_set where slug = ? and sha256 = ?")
                .params(slug, sha256)
                .query(FrozenGoldenSets::version)
                .optional();
    }

    private static GoldenSetVersion version(ResultSet row, int index) throws SQLException {
        return new GoldenSetVersion(
                row.getString("slug"),
                row.getInt("number"),
                row.getString("sha256"),
                row.getInt("cases"),
                row.getString("frozen_by"),
                row.getTimestamp("frozen_at").toInstant());
    }
}
