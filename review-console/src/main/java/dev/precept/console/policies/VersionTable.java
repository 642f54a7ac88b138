package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.precept.console.measure.ClosedGates;
import dev.precept.console.rights.Rights;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.Objects;

/// The history of a policy, newest first; activators make an approved version live from here.
class VersionTable extends Div {

    private static final long serialVersionUID = 1L;

    /// More than fits on a screen, and few enough to come at once.
    private static final int AT_A_TIME = 25;

    private final transient PolicyApi policies;
    private final transient Policy policy;
    private final transient Runnable changed;

    VersionTable(PolicyApi policies, Policy policy, Rights rights, Runnable changed) {
        this.policies = policies;
        this.policy = policy;
        this.changed = changed;
        var table =
                new DataTable<PolicyVersionSummary>("Versions of " + policy.name())
                        .column("Version", VersionTable::number)
                        .column("State", VersionTable::state)
                        .text("Author", PolicyVersionSummary::author)
                        .text(
                                "Approved by",
                                row -> Objects.requireNonNullElse(row.approvedBy(), "—"))
                        .column("Changed", row -> new Moment(row.updatedAt()));
        if (rights.hold(RoleName.POLICY_ACTIVATOR)) {
            table.column("Actions", this::actions);
        }
        var paged =
                new PagedTable<>(
                        table,
                        cursor -> policies.versions(policy.slug(), cursor, AT_A_TIME),
                        new EmptyState("No version yet", "Open a draft to begin."));
        paged.load();
        add(paged);
    }

    private static Component number(PolicyVersionSummary version) {
        var link =
                new Anchor(
                        "policies/%s/versions/%d".formatted(version.slug(), version.number()),
                        "Version " + version.number());
        link.addClassName("strong-link");
        return link;
    }

    private static Component state(PolicyVersionSummary version) {
        var state = new Div(StatusBadge.of(version.status()));
        state.addClassName("badges");
        version.aliases().forEach(alias -> state.add(StatusBadge.alias(alias)));
        return state;
    }

    private Component actions(PolicyVersionSummary version) {
        var offered =
                version.status() == PolicyVersionStatus.APPROVED
                        && !version.aliases().contains(Policy.LIVE);
        if (!offered) {
            return new Text("");
        }
        var activate = new Button("Make live", click -> confirm(version));
        activate.setAriaLabel("Make version " + version.number() + " live");
        activate.addThemeVariants(ButtonVariant.SMALL);
        return activate;
    }

    private void confirm(PolicyVersionSummary version) {
        var dialog =
                new ConfirmDialog(
                        "Make version " + version.number() + " live?",
                        "What waits and what comes next is judged by it. What a worker has in hand"
                                + " finishes under the version it was leased with.",
                        "Make live",
                        confirmed -> {
                            if (ClosedGates.allow(
                                    version.slug(), version.number(), () -> makeLive(version))) {
                                changed.run();
                            }
                        });
        dialog.setCancelable(true);
        dialog.open();
    }

    private void makeLive(PolicyVersionSummary version) {
        var from = policy.aliases().get(Policy.LIVE);
        policies.pointAlias(
                policy.slug(), Policy.LIVE, new AliasTarget(version.number(), null, from));
    }
}
