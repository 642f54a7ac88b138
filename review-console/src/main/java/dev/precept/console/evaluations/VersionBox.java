package dev.precept.console.evaluations;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which version is to be run.
final class VersionBox extends ComboBox<PolicyVersionSummary> {

    private static final long serialVersionUID = 1L;

    /// @param versions newest first
    /// @param number of the version that is chosen at first; null for the newest
    VersionBox(List<PolicyVersionSummary> versions, @Nullable Integer number) {
        super("Version");
        setItems(versions);
        setItemLabelGenerator(VersionBox::label);
        setHelperText("A draft is run as it stands saved");
        versions.stream()
                .filter(each -> number == null || each.number() == number)
                .findFirst()
                .ifPresent(this::setValue);
    }

    private static String label(PolicyVersionSummary version) {
        var draft = version.status() == PolicyVersionStatus.DRAFT ? "Draft, version " : "Version ";
        var aliases =
                version.aliases().isEmpty()
                        ? ""
                        : " (" + String.join(", ", version.aliases()) + ")";
        return draft + version.number() + " by " + version.author() + aliases;
    }
}
