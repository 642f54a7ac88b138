package dev.precept.console.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.Section;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.Alias;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import java.util.List;

/// The aliases of a policy as cards, and every move of the one that is chosen.
class AliasPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient AliasApi aliases;
    private final transient PolicyApi policies;
    private final transient PolicyPage page;

    AliasPanel(AliasApi aliases, PolicyApi policies, Rights rights, PolicyPage page) {
        this.aliases = aliases;
        this.policies = policies;
        this.page = page;
        addClassName("page-body");
        var all = aliases.aliases(page.slug());
        var activator = rights.hold(RoleName.POLICY_ACTIVATOR);
        if (all.isEmpty()) {
            add(nothing(activator));
            return;
        }
        var cards = new Div();
        cards.addClassName("cards");
        var rollback = new Rollback(aliases, page.reload());
        all.forEach(alias -> cards.add(new AliasCard(alias, activator, rollback, this::point)));
        add(cards);
        if (activator) {
            var other = new Button("Point an alias", click -> dialog("").open());
            var actions = new Div(other);
            actions.addClassName("page-actions");
            add(actions);
        }
        add(history(all));
    }

    private EmptyState nothing(boolean activator) {
        var title = "No alias yet";
        if (!activator) {
            return new EmptyState(title, "An activator points live at an approved version.");
        }
        var point = new Button("Point an alias", click -> dialog(Policy.LIVE).open());
        point.setEnabled(
                page.versions().stream()
                        .anyMatch(each -> each.status() == PolicyVersionStatus.APPROVED));
        return new EmptyState(
                title,
                "Traffic names an alias, usually live. Point it at an approved version.",
                point);
    }

    private Section history(List<Alias> all) {
        var moves = new Div();
        var wanted = page.query().getSingleParameter("alias").orElse(Policy.LIVE);
        var shown =
                all.stream()
                        .filter(each -> each.name().equals(wanted))
                        .findFirst()
                        .orElse(all.getFirst());
        var chooser = new Select<String>();
        chooser.setLabel("Alias");
        chooser.setItems(all.stream().map(Alias::name).toList());
        chooser.setValue(shown.name());
        chooser.setVisible(all.size() > 1);
        chooser.addValueChangeListener(change -> show(moves, change.getValue()));
        show(moves, shown.name());
        return new Section("Every move", chooser, moves);
    }

    private void show(Div moves, String alias) {
        moves.removeAll();
        moves.add(new AliasHistory(aliases, page.slug(), alias));
    }

    private void point(Alias alias) {
        dialog(alias.name()).open();
    }

    private PointDialog dialog(String alias) {
        return new PointDialog(policies, page, alias);
    }
}
