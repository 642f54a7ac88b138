package dev.precept.console.requests;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.precept.console.policies.OpinionList;
import dev.precept.console.policies.RequestAdvice;
import dev.precept.console.policies.VersionNotice;
import dev.precept.console.rights.Person;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Section;
import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.request.ChangeRequestApi;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/// One version as a request: who was asked and what is missing, its lines with what is said beside
/// them, and the merge that it needs.
@Route("policies/:slug/versions/:number([0-9]+)/request")
@PermitAll
@StyleSheet("context://precept/policies.css")
@StyleSheet("context://precept/requests.css")
class RequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PolicyApi policies;
    private final transient ChangeRequestApi requests;
    private final transient DiscussionApi discussions;
    private final transient List<VersionNotice> notices;
    private final transient Rights rights;
    private final transient Person person;
    private String title = "Request";

    RequestView(
            PolicyApi policies,
            ChangeRequestApi requests,
            DiscussionApi discussions,
            List<VersionNotice> notices,
            Rights rights,
            Person person) {
        this.policies = policies;
        this.requests = requests;
        this.discussions = discussions;
        this.notices = notices;
        this.rights = rights;
        this.person = person;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                event.getRouteParameters().get("slug").orElse(""),
                event.getRouteParameters()
                        .getInteger("number")
                        .orElseThrow(NotFoundException::new));
    }

    void show(String slug, int number) {
        var version = policies.version(slug, number);
        var request = requests.request(slug, number);
        title = "Request · %s · version %d".formatted(slug, number);
        Runnable again = () -> show(slug, number);
        removeAll();
        add(
                new PageHead(
                                "Request for version " + number,
                                RequestAdvice.of(request),
                                new RequestActions(
                                        policies, requests, version.summary(), request, again))
                        .under(
                                "policies/%s/versions/%d".formatted(slug, number),
                                "Version %d of %s".formatted(number, slug)));
        notices.forEach(notice -> add(notice.of(version)));
        add(
                new RequestStatus(
                        request,
                        person -> {
                            requests.uninvite(slug, number, person);
                            again.run();
                        }));
        if (request.moved() != null) {
            boolean draft = request.status() == PolicyVersionStatus.DRAFT;
            add(
                    draft
                            ? new MergePanel(requests, slug, number, rights, again)
                            : MergePanel.later(request.moved()));
        }
        var opinions = policies.opinions(slug, number);
        if (!opinions.isEmpty()) {
            add(
                    new Section(
                            "What approvers said",
                            new OpinionList(opinions, version.summary().sha256())));
        }
        var talk =
                new Talk(
                        discussions,
                        slug,
                        number,
                        Voice.of(person, rights, request),
                        thread -> showChanged(slug, number, thread));
        add(new Section("Text and comments", new LinesPanel(talk, version)));
    }

    /// The focus goes to what has just changed, so that nobody has to look for their place.
    private void showChanged(String slug, int number, CommentThread thread) {
        show(slug, number);
        getElement().executeJs("document.getElementById($0)?.focus()", ThreadPanel.id(thread));
    }
}
