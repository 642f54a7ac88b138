package dev.precept.console.policies;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.List;

/// Two versions side by side.
class ComparePanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient PolicyApi policies;
    private final String slug;
    private final ComboBox<PolicyVersionSummary> from = chooser("Before");
    private final ComboBox<PolicyVersionSummary> to = chooser("After");
    private final Div result = new Div();

    ComparePanel(PolicyApi policies, String slug, List<PolicyVersionSummary> versions) {
        this.policies = policies;
        this.slug = slug;
        if (versions.size() < 2) {
            add(new EmptyState("Only one version", "A second version can be compared with it."));
            return;
        }
        from.setItems(versions);
        to.setItems(versions);
        from.setValue(versions.get(1));
        to.setValue(versions.get(0));
        from.addValueChangeListener(change -> compare());
        to.addValueChangeListener(change -> compare());
        var choosers = new Div(from, new Span("→"), to);
        choosers.addClassName("choosers");
        add(choosers, result);
        compare();
    }

    private void compare() {
        var before = from.getValue();
        var after = to.getValue();
        result.removeAll();
        if (before != null && after != null) {
            result.add(new DiffTable(policies.diff(slug, before.number(), after.number())));
        }
    }

    private static ComboBox<PolicyVersionSummary> chooser(String label) {
        var chooser = new ComboBox<PolicyVersionSummary>(label);
        chooser.setItemLabelGenerator(
                version -> "Version " + version.number() + " by " + version.author());
        return chooser;
    }
}
