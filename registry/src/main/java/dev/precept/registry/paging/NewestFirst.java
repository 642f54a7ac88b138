package dev.precept.registry.paging;

import dev.precept.contracts.paging.Page;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a table holds of a policy, newest first. The table has the columns `slug` and `id`, a UUID
/// of version 7, which grows with time.
public final class NewestFirst {

    private NewestFirst() {}

    /// @param table a constant of the caller's, never anything from outside
    /// @param before the id that the page before ended with; null for the first page
    /// @param id of what was read, which goes into the cursor
    public static <T> Page<T> page(
            JdbcClient jdbc,
            String table,
            String slug,
            @Nullable UUID before,
            RowMapper<T> mapper,
            Function<T, ?> id) {
        return page(jdbc, table, slug, before, Page.DEFAULT_SIZE, mapper, id);
    }

    /// As the other, with as many rows as are asked for.
    public static <T> Page<T> page(
            JdbcClient jdbc,
            String table,
            String slug,
            @Nullable UUID before,
            int size,
            RowMapper<T> mapper,
            Function<T, ?> id) {
        var found =
                jdbc.sql(
                                """
                                select * from %s
                                 where slug = :slug and (:before::uuid is null or id < :before)
                                 order by id desc limit :size
                                """
                                        .formatted(table))
                        .param("slug", slug)
                        .param("before", before)
                        .param("size", size + 1)
                        .query(mapper)
                        .list();
        return Page.of(found, size, one -> String.valueOf(id.apply(one)));
    }
}
