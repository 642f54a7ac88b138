package dev.precept.contracts.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param next an opaque cursor for the page that follows, or null on the last page
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 200;

    public Page {
        items = List.copyOf(items);
    }
}
