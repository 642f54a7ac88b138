package dev.precept.console.golden;

import com.vaadin.flow.component.Component;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.policies.PolicyTab;
import dev.precept.console.registry.RegistryFiles;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import dev.precept.contracts.policy.PolicyApi;
import org.springframework.core.annotation.Order;

/// What the policy must get right.
@org.springframework.stereotype.Component
@Order(40)
class GoldenTab implements PolicyTab {

    private final GoldenSetApi golden;
    private final GoldenSetVersionApi frozen;
    private final GoldenUploadApi uploads;
    private final PolicyApi policies;
    private final RegistryFiles files;
    private final Rights rights;

    GoldenTab(
            GoldenSetApi golden,
            GoldenSetVersionApi frozen,
            GoldenUploadApi uploads,
            PolicyApi policies,
            RegistryFiles files,
            Rights rights) {
        this.golden = golden;
        this.frozen = frozen;
        this.uploads = uploads;
        this.policies = policies;
        this.files = files;
        this.rights = rights;
    }

    @Override
    public String path() {
        return "golden-set";
    }

    @Override
    public String title() {
        return "Golden set";
    }

    @Override
    public Component open(PolicyPage page) {
        if (!rights.maySeeContents()) {
            return new EmptyState(
                    "Contents are not shown to your roles",
                    "Authors, reviewers, leads and auditors see golden cases. What a version makes of"
                            + " them stands under Evaluations.");
        }
        return new GoldenPanel(
                golden,
                new GoldenFiles(files, page.slug()),
                frozen,
                new GoldenChanges(
                        golden,
                        uploads,
                        page,
                        GoldenRights.mayChange(rights),
                        Rules.of(policies, page)),
                page);
    }
}
