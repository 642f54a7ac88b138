package dev.precept.console.rollouts;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.precept.console.policies.PolicyPage;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;

/// What can be chosen on a policy's page.
final class Choices {

    private Choices() {}

    /// Approved versions, newest first.
    static ComboBox<Integer> version(PolicyPage page) {
        var version = new ComboBox<Integer>("Version");
        version.setItems(
                page.versions().stream()
                        .filter(each -> each.status() == PolicyVersionStatus.APPROVED)
                        .map(PolicyVersionSummary::number)
                        .toList());
        version.setItemLabelGenerator(number -> "Version " + number);
        version.setHelperText("Only approved versions");
        return version;
    }

    static ComboBox<String> alias(PolicyPage page) {
        var names = page.policy().aliases().keySet().stream().sorted().toList();
        var alias = new ComboBox<String>("Alias");
        alias.setItems(names);
        alias.setValue(names.contains(Policy.LIVE) ? Policy.LIVE : names.getFirst());
        alias.setVisible(names.size() > 1);
        return alias;
    }
}
