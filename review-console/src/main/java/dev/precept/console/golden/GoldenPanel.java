package dev.precept.console.golden;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.table.PagedTable;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenSearch;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersionApi;

/// The cases, newest first, with what can be done with them, and the sets that were frozen.
@StyleSheet("context://precept/golden.css")
final class GoldenPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient GoldenSetApi golden;
    private final transient PolicyPage page;

    GoldenPanel(
            GoldenSetApi golden,
            GoldenFiles files,
            GoldenSetVersionApi frozen,
            GoldenChanges changes,
            PolicyPage page) {
        this.golden = golden;
        this.page = page;
        addClassName("page-body");
        changes.waiting().forEach(this::add);
        if (golden.search(page.slug(), GoldenSearch.ALL, null).items().isEmpty()) {
            add(nothing(changes));
            return;
        }
        var actions = new Div(changes.buttons());
        actions.addClassName("page-actions");
        actions.add(files.csv(null), files.lines(null));
        var sets = new FrozenSets(frozen, files, page.slug(), changes.allowed());
        add(actions, new Details("Frozen sets, as evaluations use them", sets));
        addCases(changes);
    }

    private void addCases(GoldenChanges changes) {
        var filters = new CaseFilters[1];
        var table = CaseTable.of(page.slug());
        if (changes.allowed()) {
            table.column("Change", changes::change);
        }
        var list =
                new PagedTable<GoldenCase>(
                        table,
                        cursor -> golden.search(page.slug(), filters[0].wanted(), cursor),
                        new EmptyState("No case matches", "Take a filter away."));
        filters[0] = new CaseFilters(changes.rules(), list::load);
        list.load();
        add(filters[0], list);
    }

    private static EmptyState nothing(GoldenChanges changes) {
        var ways = new Div(changes.buttons());
        ways.addClassName("page-actions");
        return new EmptyState(
                "No golden case yet",
                "A golden case is a content with what the policy should say of it. An overturned"
                        + " case can become one on the review screen.",
                ways);
    }
}
