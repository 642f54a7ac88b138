package dev.precept.console.testing;

import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.ledger.LedgerEntry;
import dev.precept.contracts.paging.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ledger in memory, two entries a page.
public final class FakeLedgerApi implements LedgerApi {

    private static final int PAGE = 2;

    private final List<LedgerEntry> entries = new ArrayList<>();

    public void add(LedgerEntry entry) {
        entries.addFirst(entry);
    }

    @Override
    public Page<LedgerEntry> list(
            @Nullable String subject,
            @Nullable String actor,
            @Nullable String type,
            @Nullable String cursor) {
        var found =
                entries.stream()
                        .filter(each -> subject == null || each.subject().equals(subject))
                        .filter(each -> actor == null || each.actor().equals(actor))
                        .filter(each -> type == null || each.type().startsWith(type))
                        .toList();
        var from = cursor == null ? 0 : Integer.parseInt(cursor);
        var to = Math.min(found.size(), from + PAGE);
        return new Page<>(found.subList(from, to), to < found.size() ? String.valueOf(to) : null);
    }
}
