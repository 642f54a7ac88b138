package dev.precept.console.evaluations;

import com.vaadin.flow.router.QueryParameters;
import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.verdict.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which flips are shown, as it stands in the address; null stands for all.
record FlipFilter(@Nullable Outcome was, @Nullable Outcome is, @Nullable Change change) {

    static final FlipFilter ALL = new FlipFilter(null, null, null);

    static FlipFilter of(Change change) {
        return new FlipFilter(null, null, change);
    }

    /// What an address says that there is not, is left out.
    static FlipFilter from(QueryParameters query) {
        return new FlipFilter(
                read(query, "was", Outcome.values()),
                read(query, "is", Outcome.values()),
                read(query, "change", Change.values()));
    }

    QueryParameters toQuery() {
        var query = new LinkedHashMap<String, String>();
        put(query, "was", was);
        put(query, "is", is);
        put(query, "change", change);
        return QueryParameters.simple(query);
    }

    private static <E extends Enum<E>> @Nullable E read(
            QueryParameters query, String name, E[] values) {
        var text = query.getSingleParameter(name).orElse("");
        return Arrays.stream(values)
                .filter(value -> wireName(value).equals(text))
                .findFirst()
                .orElse(null);
    }

    private static void put(
            LinkedHashMap<String, String> query, String name, @Nullable Enum<?> value) {
        if (value != null) {
            query.put(name, wireName(value));
        }
    }

    private static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
