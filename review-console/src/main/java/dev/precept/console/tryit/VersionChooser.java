package dev.precept.console.tryit;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Chooses a policy, then what of it: the live alias or any version, drafts included.
class VersionChooser extends Div {

    private static final long serialVersionUID = 1L;

    private final ComboBox<Policy> policy = new ComboBox<>("Policy");
    private final ComboBox<Choice> version = new ComboBox<>("Version");

    /// What a request names, and what a person reads.
    record Choice(String name, String title) {}

    VersionChooser(PolicyApi policies) {
        addClassName("choosers");
        var all = policies.list();
        policy.setItems(all);
        policy.setItemLabelGenerator(Policy::name);
        version.setItemLabelGenerator(Choice::title);
        policy.addValueChangeListener(change -> {
            var chosen = change.getValue();
            var choices =
                    chosen == null
                            ? List.<Choice>of()
                            : choices(chosen, policies.versions(chosen.slug()));
            version.setItems(choices);
            choices.stream().findFirst().ifPresent(version::setValue);
        });
        all.stream().findFirst().ifPresent(policy::setValue);
        add(policy, version);
    }

    boolean hasPolicies() {
        return !policy.isEmpty();
    }

    Optional<Choice> chosen() {
        return version.getOptionalValue();
    }

    private static List<Choice> choices(Policy policy, List<PolicyVersionSummary> versions) {
        var choices = new ArrayList<Choice>();
        var live = policy.aliases().get(Policy.LIVE);
        if (live != null) {
            choices.add(new Choice(policy.slug() + "@live", "live (version " + live + ")"));
        }
        versions.forEach(version ->
                choices.add(
                        new Choice(
                                policy.slug() + "@" + version.number(),
                                "version %d, %s"
                                        .formatted(
                                                version.number(),
                                                version.status()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', ' ')))));
        return choices;
    }
}
