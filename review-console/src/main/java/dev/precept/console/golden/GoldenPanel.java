package dev.precept.console.golden;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.table.PagedTable;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersionApi;

/// The cases, newest first, with what can be done with them, and the sets that were frozen.
@StyleSheet("context://precept/golden.css")
final class GoldenPanel extends Div {

    private static final long serialVersionUID = 1L;

    GoldenPanel(
            GoldenSetApi golden,
            GoldenFiles files,
            GoldenSetVersionApi frozen,
            GoldenChanges changes,
            PolicyPage page) {
        addClassName("page-body");
        var list =
                new PagedTable<>(
                        CaseTable.of(page.slug()),
                        cursor -> golden.list(page.slug(), cursor),
                        nothing(changes));
        list.load();
        changes.waiting().forEach(this::add);
        if (!list.rows().isEmpty()) {
            var sets = new FrozenSets(frozen, files, page.slug(), changes.allowed());
            var actions = new Div(changes.buttons());
            actions.addClassName("page-actions");
            actions.add(files.csv(null), files.lines(null));
            add(new Details("Frozen sets, as evaluations use them", sets), actions);
        }
        add(list);
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
