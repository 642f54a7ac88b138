package dev.precept.registry.intake;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.intake.ItemSummary;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.registry.item.Item;
import dev.precept.registry.item.Items;
import dev.precept.registry.verdict.Verdicts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Searches items in the database: a row for each job of an item, with its verdict if it has one.
@Repository
@Transactional(readOnly = true)
class ItemSearches {

    static final int MOST_COUNTED = 10_000;

    private final JdbcClient jdbc;
    private final Items items;
    private final Verdicts verdicts;

    ItemSearches(JdbcClient jdbc, Items items, Verdicts verdicts) {
        this.jdbc = jdbc;
        this.items = items;
        this.verdicts = verdicts;
    }

    /// Newest first.
    Page<ItemSummary> page(ItemSearch search, @Nullable String cursor, int size) {
        var after = Cursor.decode(cursor);
        var filter = new ItemFilter(search);
        var rows =
                jdbc.sql(
                                """
                                select item.id, item.submitted_at, job.id as job_id,
                                       verdict.id as verdict_id
                                  %s
                                   and (item.submitted_at, item.id) <= (:at, :id)
                                   and (item.submitted_at, item.id, job.id) < (:at, :id, :part)
                                 order by item.submitted_at desc, item.id desc, job.id desc
                                 limit :size
                                """
                                        .formatted(filter.sql()))
                        .params(filter.parameters())
                        .param("at", Timestamp.from(after.at()))
                        .param("id", after.id())
                        .param("part", after.part())
                        .param("size", size + 1)
                        .query(ItemSearches::row)
                        .list();
        var page = Page.of(rows, size, row -> row.cursor().encode());
        return page.with(summaries(page.items()));
    }

    /// Up to [#MOST_COUNTED].
    int count(ItemSearch search) {
        var filter = new ItemFilter(search);
        return jdbc.sql("select count(*) from (select %s limit :most)".formatted(filter.sql()))
                .params(filter.parameters())
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    private List<ItemSummary> summaries(List<Row> rows) {
        var ids = rows.stream().map(Row::item).distinct().toList();
        var itemOf = items.find(ids);
        var verdictsOf = verdicts.byItem(ids);
        return rows.stream()
                .map(row ->
                        summary(row, Objects.requireNonNull(itemOf.get(row.item())), verdictsOf))
                .toList();
    }

    private static ItemSummary summary(Row row, Item item, Map<ItemId, List<Verdict>> verdictsOf) {
        var verdict =
                verdictsOf.getOrDefault(item.id(), List.of()).stream()
                        .filter(one -> one.id().value().equals(row.verdict()))
                        .findFirst()
                        .orElse(null);
        return new ItemSummary(
                item.id(),
                item.content(),
                item.externalId(),
                item.submittedBy(),
                item.submittedAt(),
                verdict);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new ItemId(row.getObject("id", UUID.class)),
                row.getTimestamp("submitted_at").toInstant(),
                new JobId(row.getObject("job_id", UUID.class)),
                row.getObject("verdict_id", UUID.class));
    }

    private record Row(ItemId item, Instant at, JobId job, @Nullable UUID verdict) {

        Cursor cursor() {
            return new Cursor(at, item.value(), job.value());
        }
    }
}
