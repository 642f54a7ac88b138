package dev.precept.registry.intake;

import dev.precept.contracts.intake.ItemApi;
import dev.precept.contracts.intake.ItemDetail;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.intake.ItemSummary;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.ContentReader;
import dev.precept.registry.item.Items;
import dev.precept.registry.wire.PageSize;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ContentReader
class ItemController implements ItemApi {

    private final ItemSearches searches;
    private final Items items;
    private final Classifications classifications;

    ItemController(ItemSearches searches, Items items, Classifications classifications) {
        this.searches = searches;
        this.items = items;
        this.classifications = classifications;
    }

    @Override
    public Page<ItemSummary> search(ItemSearch search, @Nullable String cursor, int size) {
        return searches.page(search, cursor, PageSize.of(size));
    }

    @Override
    public int count(ItemSearch search) {
        return searches.count(search);
    }

    @Override
    public ItemDetail get(ItemId id) {
        var classification = classifications.get(id);
        var item = items.find(List.of(id)).get(id);
        if (item == null) {
            throw new PreceptException(ErrorCode.NOT_FOUND, "There is no item " + id + ".");
        }
        return new ItemDetail(item.content(), item.metadata(), item.submittedBy(), classification);
    }
}
