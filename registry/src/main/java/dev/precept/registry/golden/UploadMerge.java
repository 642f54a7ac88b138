package dev.precept.registry.golden;

import dev.precept.contracts.golden.GoldenConfirmation.Changed;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUpload.Counts;
import dev.precept.contracts.golden.GoldenUploadId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Holds the rows of an upload against the set, and puts them in. Of rows with one content the
/// first counts.
@Repository
class UploadMerge {

    private static final String FIRST =
            """
            with first as (
                select distinct on (content_sha256) * from golden_upload_row
                 where upload_id = :id order by content_sha256, position)
            """;

    private static final String DIFFERS =
            """
            ((g.outcome, g.label, g.rule_id) is distinct from (f.outcome, f.label, f.rule_id)
             or g.guarded is distinct from coalesce(f.guarded, g.guarded))
            """;

    private final JdbcClient jdbc;

    UploadMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps a problem for each row that repeats a content and expects something else.
    ///
    /// @return how many there are
    int contradictions(GoldenUploadId id, int kept) {
        var found =
                """
                from (select r.*,
                             first_value(position) over same as first_position,
                             first_value(outcome) over same as first_outcome,
                             first_value(label) over same as first_label,
                             first_value(rule_id) over same as first_rule
                        from golden_upload_row r where upload_id = :id
                      window same as (partition by content_sha256 order by position)) r
                join golden_upload_line l
                  on l.upload_id = r.upload_id and l.position = r.first_position
                where (r.outcome, r.label, r.rule_id)
                      is distinct from (r.first_outcome, r.first_label, r.first_rule)
                """;
        jdbc.sql(
                        """
                        insert into golden_upload_problem (upload_id, position, message)
                        select r.upload_id, r.position,
                               'The content is that of line ' || l.line
                               || ', with another expectation. Keep one of them.'
                        """
                                + found
                                + " order by r.position limit :kept on conflict do nothing")
                .param("id", id.value())
                .param("kept", kept)
                .update();
        return jdbc.sql("select count(*) " + found)
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    Counts count(GoldenUploadId id, String slug, int wrong) {
        return jdbc.sql(
                        FIRST
                                + """
                                select count(*) filter (where g.id is null) as added,
                                       count(*) filter (where g.id is not null and not %1$s) as known,
                                       count(*) filter (where g.id is not null and %1$s) as changed,
                                       (select count(*) from golden_upload_row where upload_id = :id)
                                         - count(*) as repeated
                                  from first f
                                  left join golden_case g
                                    on g.slug = :slug and g.content_sha256 = f.content_sha256
                                   and g.retired_at is null
                                """
                                        .formatted(DIFFERS))
                .param("id", id.value())
                .param("slug", slug)
                .query((row, _) ->
                        new Counts(
                                row.getInt("added"),
                                row.getInt("known"),
                                row.getInt("changed"),
                                row.getInt("repeated"),
                                wrong))
                .single();
    }

    /// Whether replacing would change what a protected case expects, or unprotect it.
    boolean replacesProtected(GoldenUploadId id, String slug) {
        return jdbc.sql(
                        FIRST
                                + """
                                select exists (
                                    select from first f
                                      join golden_case g
                                        on g.slug = :slug and g.content_sha256 = f.content_sha256
                                       and g.retired_at is null and g.guarded
                                     where %s)
                                """
                                        .formatted(DIFFERS))
                .param("id", id.value())
                .param("slug", slug)
                .query(Boolean.class)
                .single();
    }

    /// The caller holds the set. A replaced case stays protected unless the file says otherwise.
    void into(GoldenUpload upload, Changed changed, String actor, Instant at) {
        if (changed == Changed.REPLACE) {
            jdbc.sql(
                            """
                            update golden_upload_row f set guarded = g.guarded
                              from golden_case g
                             where f.upload_id = :id and f.guarded is null and g.guarded
                               and g.slug = :slug and g.content_sha256 = f.content_sha256
                               and g.retired_at is null
                            """)
                    .param("id", upload.id().value())
                    .param("slug", upload.slug())
                    .update();
            jdbc.sql(
                            FIRST
                                    + """
                                    update golden_case g set retired_at = :at
                                      from first f
                                     where g.slug = :slug and g.content_sha256 = f.content_sha256
                                       and g.retired_at is null and
                                    """
                                    + DIFFERS)
                    .param("id", upload.id().value())
                    .param("slug", upload.slug())
                    .param("at", Timestamp.from(at))
                    .update();
        }
        jdbc.sql(
                        FIRST
                                + """
                                insert into golden_case (id, slug, content_sha256, content, outcome,
                                                         label, rule_id, note, source, added_by,
                                                         added_at, guarded)
                                select uuidv7(), :slug, content_sha256, content, outcome, label,
                                       rule_id, note, source, :actor, :at, coalesce(guarded, false)
                                  from first order by position
                                on conflict (slug, content_sha256) where retired_at is null do nothing
                                """)
                .param("id", upload.id().value())
                .param("slug", upload.slug())
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .update();
    }
}
