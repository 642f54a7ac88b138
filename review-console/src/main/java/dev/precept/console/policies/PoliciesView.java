package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.rights.Rights;
import dev.precept.console.table.DataTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import jakarta.annotation.security.PermitAll;

/// All policies and where they stand.
@Route("policies")
@PageTitle("Policies")
@Menu(title = "Policies", order = 10, icon = "vaadin:book")
@PermitAll
@StyleSheet("context://precept/policies.css")
class PoliciesView extends Div {

    private static final long serialVersionUID = 1L;

    PoliciesView(PolicyApi policies, Rights rights) {
        addClassName("page");
        var create =
                new Button(
                        "New policy",
                        click -> new NewPolicyDialog(policies, PoliciesView::open).open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setVisible(rights.hold(RoleName.POLICY_AUTHOR));
        add(
                new PageHead(
                        "Policies",
                        "Written rules, approved by a second person, applied to content as they stand.",
                        create));
        var all = policies.list();
        if (all.isEmpty()) {
            add(new EmptyState("No policy yet", "An author writes the first one."));
            return;
        }
        var table = table();
        table.setRows(all);
        add(table);
    }

    private static void open(Policy policy) {
        UI.getCurrent().navigate("policies/" + policy.slug());
    }

    private static DataTable<Policy> table() {
        return new DataTable<Policy>("Policies")
                .column("Policy", PoliciesView::name)
                .text("Team", Policy::owningTeam)
                .column("Live", PoliciesView::live)
                .column("Newest version", PoliciesView::newest)
                .column("Changed", PoliciesView::changed);
    }

    private static Component name(Policy policy) {
        var link = new Anchor("policies/" + policy.slug(), policy.name());
        link.addClassName("strong-link");
        var slug = new Span(policy.slug());
        slug.addClassNames("mono", "muted");
        var name = new Div(link, slug);
        name.addClassName("two-lines");
        return name;
    }

    private static Component live(Policy policy) {
        var number = policy.aliases().get(Policy.LIVE);
        return number == null ? new Span("—") : StatusBadge.alias("version " + number);
    }

    private static Component newest(Policy policy) {
        var latest = policy.latest();
        if (latest == null) {
            return new Span("—");
        }
        var cell = new Div(new Span("version " + latest.number()), StatusBadge.of(latest.status()));
        cell.addClassName("badges");
        return cell;
    }

    private static Component changed(Policy policy) {
        var latest = policy.latest();
        return new Moment(latest == null ? policy.createdAt() : latest.updatedAt());
    }
}
