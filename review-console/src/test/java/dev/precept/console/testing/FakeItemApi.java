package dev.precept.console.testing;

import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ItemApi;
import dev.precept.contracts.intake.ItemDetail;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.intake.ItemSummary;
import dev.precept.contracts.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Items in memory. The cursor is an offset; only the policy filters.
public final class FakeItemApi implements ItemApi {

    private final List<ItemSummary> items = new ArrayList<>();
    private final List<ItemSearch> searches = new ArrayList<>();

    public void add(ItemSummary item) {
        items.add(item);
    }

    public List<ItemSearch> searches() {
        return List.copyOf(searches);
    }

    @Override
    public Page<ItemSummary> search(ItemSearch search, @Nullable String cursor, int size) {
        searches.add(search);
        var from = cursor == null ? 0 : Integer.parseInt(cursor);
        var found = found(search);
        var to = Math.min(found.size(), from + size);
        return new Page<>(found.subList(from, to), to < found.size() ? String.valueOf(to) : null);
    }

    @Override
    public int count(ItemSearch search) {
        return found(search).size();
    }

    @Override
    public ItemDetail get(ItemId id) {
        var item = items.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        var verdict = item.verdict();
        return new ItemDetail(
                item.content(),
                Map.of(),
                item.submittedBy(),
                new Classification(
                        id,
                        Classification.Status.DONE,
                        item.externalId(),
                        item.submittedAt(),
                        verdict == null ? List.of() : List.of(verdict),
                        List.of()));
    }

    private List<ItemSummary> found(ItemSearch search) {
        return items.stream()
                .filter(item ->
                        search.policy() == null
                                || (item.verdict() != null
                                        && item.verdict()
                                                .policyVersion()
                                                .slug()
                                                .equals(search.policy())))
                .toList();
    }
}
