package dev.precept.console.evaluations;

import com.vaadin.flow.router.QueryParameters;
import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/// Which flips are shown, as it stands in the address; null stands for all.
record FlipFilter(@Nullable Outcome was, @Nullable Outcome is, @Nullable Change change) {

    static final FlipFilter ALL = new FlipFilter(null, null, null);

    static FlipFilter of(Change change) {
        return new FlipFilter(null, null, change);
    }

    static FlipFilter from(QueryParameters query) {
        return new FlipFilter(
                AddressQuery.read(query, "was", Outcome.values()),
                AddressQuery.read(query, "is", Outcome.values()),
                AddressQuery.read(query, "change", Change.values()));
    }

    QueryParameters toQuery() {
        return new AddressQuery()
                .with("was", was)
                .with("is", is)
                .with("change", change)
                .parameters();
    }
}
