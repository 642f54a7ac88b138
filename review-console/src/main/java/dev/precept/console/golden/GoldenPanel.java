package dev.precept.console.golden;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.table.PagedTable;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersionApi;

/// The cases, newest first, with what can be done with them, and the sets that were frozen.
@StyleSheet("context://precept/golden.css")
final class GoldenPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient GoldenSetApi golden;
    private final transient PolicyPage page;
    private final transient Rules rules;
    private final PagedTable<GoldenCase> list;
    private final Div actions = new Div();

    GoldenPanel(
            GoldenSetApi golden,
            GoldenSetVersionApi frozen,
            PolicyPage page,
            boolean mayChange,
            Rules rules) {
        this.golden = golden;
        this.page = page;
        this.rules = rules;
        addClassName("page-body");
        actions.addClassName("page-actions");
        list =
                new PagedTable<>(
                        CaseTable.of(page.slug()),
                        cursor -> golden.list(page.slug(), cursor),
                        nothing(mayChange));
        list.load();
        if (mayChange) {
            actions.add(addButton());
        }
        actions.setVisible(mayChange && !list.rows().isEmpty());
        if (!list.rows().isEmpty()) {
            add(frozenSets(frozen, mayChange));
        }
        add(actions, list);
    }

    private Details frozenSets(GoldenSetVersionApi frozen, boolean mayChange) {
        var sets = new FrozenSets(frozen, page.slug(), mayChange);
        return new Details("Frozen sets, as evaluations use them", sets);
    }

    private EmptyState nothing(boolean mayChange) {
        var title = "No golden case yet";
        var advice =
                "A golden case is a content with what the policy should say of it. An overturned"
                        + " case can become one on the review screen.";
        return mayChange
                ? new EmptyState(title, advice, addButton())
                : new EmptyState(title, advice);
    }

    private Button addButton() {
        var add =
                new Button(
                        "Add a case",
                        _ -> new AddCaseDialog(golden, page.slug(), rules, page.reload()).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }
}
