package dev.precept.console.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import dev.precept.console.measure.ClosedGates;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;

/// Points an alias, one that there is or a new one, at an approved version.
class PointDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient PolicyApi policies;
    private final transient PolicyPage page;
    private final ComboBox<String> alias = new ComboBox<>("Alias");
    private final ComboBox<PolicyVersionSummary> version = new ComboBox<>("Version");
    private final TextArea reason = new TextArea("Why");
    private final Button confirm = new Button("Point", click -> point());

    /// @param name of the alias; empty to ask for it
    PointDialog(PolicyApi policies, PolicyPage page, String name) {
        this.policies = policies;
        this.page = page;
        setHeaderTitle(name.isEmpty() ? "Point an alias" : "Point " + name);
        setWidth("32rem");
        alias.setItems(page.policy().aliases().keySet().stream().sorted().toList());
        alias.setAllowCustomValue(true);
        alias.addCustomValueSetListener(typed -> alias.setValue(typed.getDetail().strip()));
        alias.setHelperText("An existing one, or a new name: a-z, 0-9 and -, a letter first");
        alias.setVisible(name.isEmpty());
        alias.addValueChangeListener(_ -> showReady());
        if (!name.isEmpty()) {
            alias.setValue(name);
        }
        version.setItems(
                page.versions().stream()
                        .filter(each -> each.status() == PolicyVersionStatus.APPROVED)
                        .toList());
        version.setItemLabelGenerator(PointDialog::label);
        version.setHelperText("Only approved versions can be pointed at");
        version.addValueChangeListener(_ -> showReady());
        reason.setHelperText("Kept in the history, together with your name");
        reason.setMaxLength(2_000);
        var fields = new Div(alias, version, reason);
        fields.addClassName("form");
        add(fields);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), confirm);
        showReady();
    }

    private void showReady() {
        confirm.setEnabled(!alias.isEmpty() && !version.isEmpty());
    }

    private void point() {
        var number = version.getValue().number();
        var name = alias.getValue();
        var from = page.policy().aliases().get(name);
        var target = new AliasTarget(number, reason.getValue().strip(), from);
        if (ClosedGates.allow(
                page.slug(), number, () -> policies.pointAlias(page.slug(), name, target))) {
            close();
            page.reload().run();
        }
    }

    private static String label(PolicyVersionSummary version) {
        var aliases =
                version.aliases().isEmpty()
                        ? ""
                        : " (" + String.join(", ", version.aliases()) + ")";
        return "Version " + version.number() + " by " + version.author() + aliases;
    }
}
