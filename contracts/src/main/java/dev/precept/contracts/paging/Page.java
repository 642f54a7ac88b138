package dev.precept.contracts.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /// The page of what was read with one row more than the page holds, to see whether another
    /// follows.
    ///
    /// @param found up to `size + 1` rows
    /// @param place of a row, as the cursor of what comes after it
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> place) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        var shown = found.subList(0, size);
        return new Page<>(shown, place.apply(shown.getLast()));
    }

    /// All of a list that is known to be short, page after page.
    ///
    /// @param source the page at a cursor, null for the first
    public static <T> List<T> all(Function<@Nullable String, Page<T>> source) {
        var page = source.apply(null);
        var all = new ArrayList<>(page.items());
        while (page.next() != null) {
            page = source.apply(page.next());
            all.addAll(page.items());
        }
        return List.copyOf(all);
    }

    /// Other items for the same rows.
    public <U> Page<U> with(List<U> others) {
        return new Page<>(others, next);
    }
}
