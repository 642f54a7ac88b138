package dev.precept.console.evaluations;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is chosen on a page as the query of its address, and back. What an address says that there
/// is not, is left out.
final class AddressQuery {

    private final Map<String, String> parts = new LinkedHashMap<>();

    AddressQuery with(String name, @Nullable Enum<?> value) {
        return with(name, value == null ? null : wireName(value));
    }

    AddressQuery with(String name, @Nullable String value) {
        if (value != null) {
            parts.put(name, value);
        }
        return this;
    }

    QueryParameters parameters() {
        return QueryParameters.simple(parts);
    }

    static <E extends Enum<E>> @Nullable E read(QueryParameters query, String name, E[] values) {
        var text = query.getSingleParameter(name).orElse("");
        return Arrays.stream(values)
                .filter(value -> wireName(value).equals(text))
                .findFirst()
                .orElse(null);
    }

    static @Nullable String text(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(text -> !text.isBlank()).orElse(null);
    }

    private static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
