package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.PageHead;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/// One policy. What can be seen of it are its [PolicyTab]s; without one in the address it is the
/// text that applies now or, if none does, the versions.
@Route("policies/:slug/:tab?")
@PermitAll
@StyleSheet("context://precept/policies.css")
@StyleSheet("context://precept/review.css")
class PolicyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PolicyApi policies;
    private final transient Rights rights;
    private final transient List<PolicyTab> tabs;
    private final transient List<PolicyNotice> notices;
    private final Div told = new Div();
    private final Div body = new Div();
    private transient @Nullable Head head;
    private String title = "Policy";

    /// What stays in place while a person goes from part to part, with the focus in it.
    private record Head(String slug, PolicyTabs links) {}

    PolicyView(
            PolicyApi policies, Rights rights, List<PolicyTab> tabs, List<PolicyNotice> notices) {
        this.policies = policies;
        this.rights = rights;
        this.tabs = List.copyOf(tabs);
        this.notices = List.copyOf(notices);
        addClassName("page");
        body.addClassName("page-body");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        show(
                parameters.get("slug").orElse(""),
                parameters.get("tab").orElse(null),
                event.getLocation().getQueryParameters());
    }

    void show(String slug, @Nullable String path, QueryParameters query) {
        var policy = policies.get(slug);
        var tab = tab(path, policy);
        title = policy.name() + " · " + tab.title();
        var shown = head;
        if (shown == null || !shown.slug().equals(slug)) {
            shown = open(policy);
        }
        shown.links().mark(slug, tab);
        var page =
                new PolicyPage(
                        policy,
                        SingletonSupplier.of(() -> policies.versions(slug)),
                        query,
                        () -> show(slug, tab.path(), query));
        told.removeAll();
        notices.forEach(notice -> told.add(notice.of(page)));
        told.setVisible(told.getChildren().anyMatch(Component::isVisible));
        body.removeAll();
        body.add(tab.open(page));
    }

    private Head open(Policy policy) {
        var links = new PolicyTabs(policy.slug(), tabs);
        removeAll();
        add(
                new PageHead(policy.name(), policy.description(), newDraft(policy.slug()))
                        .under("policies", "Policies"),
                told,
                links,
                body);
        head = new Head(policy.slug(), links);
        return head;
    }

    private PolicyTab tab(@Nullable String path, Policy policy) {
        var live = policy.aliases().containsKey(Policy.LIVE);
        var wanted = path == null ? live ? TextTab.PATH : VersionsTab.PATH : path;
        Predicate<PolicyTab> meant = tab -> tab.path().equals(wanted);
        return tabs.stream().filter(meant).findFirst().orElseThrow(NotFoundException::new);
    }

    private Button newDraft(String slug) {
        var draft = new Button("New draft", click -> draft(policies.get(slug)));
        draft.setVisible(rights.hold(RoleName.POLICY_AUTHOR));
        return draft;
    }

    /// From the newest approved text, and said so: a merge later finds what is new in it.
    private void draft(Policy policy) {
        var versions = policies.versions(policy.slug());
        var wish =
                newest(versions, PolicyVersionStatus.APPROVED)
                        .map(version -> new NewDraft(textOf(version), version.number()))
                        .or(() ->
                                newest(versions, PolicyVersionStatus.IN_REVIEW)
                                        .map(version -> new NewDraft(textOf(version))))
                        .orElseGet(() -> new NewDraft(PolicyTemplate.of(policy.name())));
        var made = policies.draft(policy.slug(), wish).summary();
        UI.getCurrent().navigate("policies/%s/versions/%d".formatted(policy.slug(), made.number()));
    }

    private static Optional<PolicyVersionSummary> newest(
            List<PolicyVersionSummary> versions, PolicyVersionStatus status) {
        return versions.stream().filter(version -> version.status() == status).findFirst();
    }

    private String textOf(PolicyVersionSummary version) {
        return policies.version(version.slug(), version.number()).text();
    }
}
