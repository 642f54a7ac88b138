package dev.precept.registry.verdict;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.contracts.verdict.VerdictId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Reads verdicts from their table.
@Repository
class JdbcVerdicts implements Verdicts {

    private final JdbcTemplate jdbc;
    private final VerdictRows rows;

    JdbcVerdicts(JdbcTemplate jdbc, VerdictRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Map<VerdictId, Verdict> byId(Collection<VerdictId> ids) {
        return jdbc
                .query(
                        "select * from verdict where id = any (?)",
                        rows,
                        (Object) ids.stream().map(VerdictId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Verdict::id, Function.identity()));
    }

    @Override
    public Map<ItemId, List<Verdict>> byItem(Collection<ItemId> items) {
        return jdbc
                .query(
                        "select * from verdict where item_id = any (?) and not shadow order by id",
                        rows,
                        (Object) items.stream().map(ItemId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Verdict::itemId));
    }
}
