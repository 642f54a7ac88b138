package dev.precept.registry.intake;

import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;

/// A search as SQL: the tables joined, and a condition for whatever is asked. Values travel as
/// parameters only.
final class ItemFilter {

    private static final int MOST_WORDS = 8;

    private final StringBuilder sql =
            new StringBuilder(
                    """
                     from item
                     join job on job.item_id = item.id
                     left join verdict on verdict.job_id = job.id
                    where not item.playground and job.purpose <> 'SHADOW'
                    """);
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ItemFilter(ItemSearch search) {
        if (search.text() != null) {
            words(search.text().strip().split("\\s+"));
        }
        if (search.policy() != null) {
            policy(search.policy());
        }
        if (search.outcome() != null) {
            and("verdict.outcome = :outcome", "outcome", search.outcome().name());
        }
        if (search.ruleId() != null) {
            and(":ruleId = any (verdict.rule_ids)", "ruleId", search.ruleId());
        }
        if (search.externalId() != null) {
            and("item.external_id = :externalId", "externalId", search.externalId());
        }
        if (search.from() != null) {
            and("item.submitted_at >= :from", "from", Timestamp.from(search.from()));
        }
        if (search.to() != null) {
            and("item.submitted_at < :to", "to", Timestamp.from(search.to()));
        }
        if (search.confidenceBelow() != null) {
            and("verdict.confidence < :confidence", "confidence", search.confidenceBelow());
        }
    }

    private void words(String[] words) {
        if (words.length > MOST_WORDS) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The text has "
                            + words.length
                            + " words; search for at most "
                            + MOST_WORDS
                            + ".");
        }
        for (int index = 0; index < words.length; index++) {
            var pattern = "%" + words[index].replaceAll("([%_\\\\])", "\\\\$1") + "%";
            and("item_text(item.content) ilike :word" + index, "word" + index, pattern);
        }
    }

    private void policy(String name) {
        var parts = name.split("@", 2);
        and("job.policy_slug = :slug", "slug", parts[0]);
        if (parts.length == 2) {
            try {
                and("job.policy_number = :number", "number", Integer.parseInt(parts[1]));
            } catch (NumberFormatException alias) {
                throw new PreceptException(
                        ErrorCode.INVALID_ARGUMENT,
                        "Search for a policy by its slug, or by slug@number for one version;"
                                + " an alias means another version every time it moves.");
            }
        }
    }

    private void and(String condition, String name, Object value) {
        sql.append("  and ").append(condition).append('\n');
        parameters.put(name, value);
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
