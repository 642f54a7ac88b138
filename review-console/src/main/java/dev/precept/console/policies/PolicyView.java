package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.content.PolicyText;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionSummary;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/// One policy: the text that applies now, its versions, how two of them differ, and its golden set.
@Route("policies/:slug")
@PermitAll
@StyleSheet("context://precept/policies.css")
@StyleSheet("context://precept/review.css")
class PolicyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PolicyApi policies;
    private final transient GoldenSetApi goldenSets;
    private final transient Rights rights;
    private String title = "Policy";

    PolicyView(PolicyApi policies, GoldenSetApi goldenSets, Rights rights) {
        this.policies = policies;
        this.goldenSets = goldenSets;
        this.rights = rights;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("slug").orElse(""));
    }

    private void show(String slug) {
        var policy = policies.get(slug);
        var versions = policies.versions(slug);
        title = policy.name();
        removeAll();
        add(
                new PageHead(policy.name(), policy.description(), newDraft(policy, versions))
                        .under("policies", "Policies"));
        var tabs = new TabSheet();
        tabs.setWidthFull();
        tabs.add("Live text", liveText(policy));
        tabs.add(
                "Versions", new VersionTable(policies, policy, versions, rights, () -> show(slug)));
        tabs.add("Compare", new ComparePanel(policies, slug, versions));
        tabs.add("Golden set", new GoldenSetPanel(goldenSets, slug));
        if (!policy.aliases().containsKey(Policy.LIVE)) {
            tabs.setSelectedIndex(1);
        }
        add(tabs);
    }

    private Component liveText(Policy policy) {
        var number = policy.aliases().get(Policy.LIVE);
        if (number == null) {
            return new EmptyState(
                    "Nothing is live", "Approve a version and make it live; traffic then uses it.");
        }
        var version = policies.version(policy.slug(), number);
        var text = new Div(new VersionFacts(version), new PolicyText(version.text(), List.of()));
        text.addClassName("document");
        return text;
    }

    private Button newDraft(Policy policy, List<PolicyVersionSummary> versions) {
        var draft =
                new Button(
                        "New draft",
                        click -> {
                            var text =
                                    versions.isEmpty()
                                            ? PolicyTemplate.of(policy.name())
                                            : policies.version(
                                                            policy.slug(),
                                                            versions.getFirst().number())
                                                    .text();
                            var made = policies.draft(policy.slug(), new NewDraft(text)).summary();
                            UI.getCurrent()
                                    .navigate(
                                            "policies/%s/versions/%d"
                                                    .formatted(policy.slug(), made.number()));
                        });
        draft.setVisible(rights.hold(RoleName.POLICY_AUTHOR));
        return draft;
    }
}
