package dev.precept.console.search;

import com.vaadin.flow.router.QueryParameters;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.verdict.Outcome;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A search as the query of a URL: all its filters but the words. A value that cannot be read is
/// left out, as a link may have been cut short on its way.
final class SharedFilters {

    private SharedFilters() {}

    static QueryParameters toQuery(ItemSearch search) {
        var query = new LinkedHashMap<String, String>();
        put(query, "policy", search.policy());
        var outcome = search.outcome();
        put(query, "outcome", outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT));
        put(query, "rule", search.ruleId());
        put(query, "external-id", search.externalId());
        put(query, "from", search.from());
        put(query, "to", search.to());
        put(query, "confidence-below", search.confidenceBelow());
        return QueryParameters.simple(query);
    }

    static ItemSearch fromQuery(QueryParameters query) {
        return new ItemSearch(
                null,
                read(query, "policy", Function.identity()),
                read(query, "outcome", SharedFilters::outcome),
                read(query, "rule", Function.identity()),
                read(query, "external-id", Function.identity()),
                read(query, "from", SharedFilters::instant),
                read(query, "to", SharedFilters::instant),
                read(query, "confidence-below", SharedFilters::share));
    }

    private static void put(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }

    private static <T> @Nullable T read(
            QueryParameters query, String name, Function<String, @Nullable T> parse) {
        var text = query.getSingleParameter(name).filter(value -> !value.isBlank());
        return text.isEmpty() ? null : parse.apply(text.get());
    }

    private static @Nullable Outcome outcome(String text) {
        return Arrays.stream(Outcome.values())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable Double share(String text) {
        try {
            var value = Double.parseDouble(text);
            return value >= 0 && value <= 1 ? value : null;
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
