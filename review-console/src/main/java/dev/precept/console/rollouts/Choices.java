package dev.precept.console.rollouts;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.precept.console.policies.PolicyPage;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What can be chosen on a policy's page.
final class Choices {

    private Choices() {}

    /// Approved versions, newest first.
    static ComboBox<Integer> version(PolicyPage page) {
        var version = new ComboBox<Integer>("Version");
        version.setItems(approved(page).toList());
        version.setItemLabelGenerator(number -> "Version " + number);
        version.setHelperText("Only approved versions");
        return version;
    }

    /// Approved versions, newest first, but for the one that the alias points at already.
    static ComboBox<Integer> versionFor(PolicyPage page, String alias) {
        var version = version(page);
        offerOthers(version, page, alias);
        return version;
    }

    /// As above, for whichever alias is chosen.
    static ComboBox<Integer> versionFor(PolicyPage page, ComboBox<String> alias) {
        var version = versionFor(page, alias.getValue());
        alias.addValueChangeListener(change -> offerOthers(version, page, change.getValue()));
        return version;
    }

    private static void offerOthers(
            ComboBox<Integer> version, PolicyPage page, @Nullable String alias) {
        var chosen = version.getValue();
        var pointed = alias == null ? null : page.policy().aliases().get(alias);
        var others = approved(page).filter(number -> !number.equals(pointed)).toList();
        version.setItems(others);
        version.setValue(others.contains(chosen) ? chosen : null);
    }

    private static Stream<Integer> approved(PolicyPage page) {
        return page.versions().stream()
                .filter(each -> each.status() == PolicyVersionStatus.APPROVED)
                .map(PolicyVersionSummary::number);
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
