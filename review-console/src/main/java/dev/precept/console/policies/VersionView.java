package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.precept.console.content.PolicyText;
import dev.precept.console.prose.ProseRooms;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Section;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.Opinion;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.request.ChangeRequestApi;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/// One version: a draft is edited here, a submitted version is read, approved or sent back.
@Route("policies/:slug/versions/:number([0-9]+)")
@PermitAll
@StyleSheet("context://precept/policies.css")
@StyleSheet("context://precept/review.css")
class VersionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PolicyApi policies;
    private final transient ChangeRequestApi requests;
    private final transient ProseRooms prose;
    private final transient List<VersionNotice> notices;
    private final transient Rights rights;
    private String title = "Version";

    VersionView(
            PolicyApi policies,
            ChangeRequestApi requests,
            ProseRooms prose,
            List<VersionNotice> notices,
            Rights rights) {
        this.policies = policies;
        this.requests = requests;
        this.prose = prose;
        this.notices = notices;
        this.rights = rights;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        var number =
                event.getRouteParameters().getInteger("number").orElseThrow(NotFoundException::new);
        show(policies.version(slug, number));
    }

    void show(PolicyVersion version) {
        var summary = version.summary();
        title = summary.slug() + " · version " + summary.number();
        var request = requests.request(summary.slug(), summary.number());
        var opinions = policies.opinions(summary.slug(), summary.number());
        removeAll();
        var actions = new VersionActions(policies, version, rights, request.you(), this::show);
        actions.settleBy(prose);
        add(
                new PageHead(title, RequestAdvice.of(request), actions)
                        .under("policies/" + summary.slug(), "Policy " + summary.slug()));
        notices.forEach(notice -> add(notice.of(version)));
        if (summary.status() == PolicyVersionStatus.DRAFT && rights.hold(RoleName.POLICY_AUTHOR)) {
            var editor = new DraftEditor(policies, prose, version, this::show);
            actions.submitAfter(editor::kept);
            if (!opinions.isEmpty()) {
                add(new Section("What approvers said", new OpinionList(opinions, null)));
            }
            add(editor);
        } else {
            add(reading(version, opinions));
        }
    }

    private Component reading(PolicyVersion version, List<Opinion> opinions) {
        var beside = new Div(new VersionFacts(version));
        if (!opinions.isEmpty()) {
            var said = new OpinionList(opinions, version.summary().sha256());
            beside.add(new Section("What approvers said", said));
        }
        prose.beside(version.summary()).forEach(beside::add);
        beside.add(new LintPanel(version.lint(), version.text()));
        beside.addClassName("beside");
        var document = new Div(beside, new PolicyText(version.text(), List.of()));
        document.addClassName("document");
        var prompt = new Details("The prompt that a model reads", prose.prompt(version::text));
        return new Div(document, prompt);
    }
}
