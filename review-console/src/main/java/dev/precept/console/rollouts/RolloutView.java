package dev.precept.console.rollouts;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Section;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.RolloutId;
import jakarta.annotation.security.PermitAll;

/// One rollout, open or ended, to be read: how it went, what was done to it and by whom, and where
/// its candidate said something else.
@Route("policies/:slug/rollouts/:id")
@PermitAll
@StyleSheet("context://precept/policies.css")
@StyleSheet("context://precept/rollouts.css")
class RolloutView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private String title = "Rollout";

    RolloutView(Desk desk) {
        this.desk = desk;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getRouteParameters();
        show(desk.rollouts().get(address.get("slug").orElse(""), id(address)));
    }

    void show(Rollout rollout) {
        var events = desk.rollouts().events(rollout.slug(), rollout.id());
        title = RolloutWords.title(rollout) + " · " + rollout.slug();
        removeAll();
        var body = new Div();
        body.addClassName("page-body");
        add(head(rollout), body);
        body.add(
                new RolloutFacts(desk, rollout, events),
                new Section("What was done", new RolloutHistory(events)));
        if (desk.maySeeContents() && !rollout.figures().kinds().isEmpty()) {
            body.add(
                    new Section(
                            RolloutWords.differences(rollout),
                            new DisagreementList(desk, rollout)));
        }
    }

    private static PageHead head(Rollout rollout) {
        return new PageHead(
                        RolloutWords.title(rollout),
                        "Beside version %d at %s, started by %s."
                                .formatted(rollout.stable(), rollout.alias(), rollout.startedBy()),
                        RolloutWords.badge(rollout.state()))
                .under("policies/" + rollout.slug() + "/rollout", "Rollouts of " + rollout.slug());
    }

    private static RolloutId id(RouteParameters address) {
        try {
            return RolloutId.of(address.get("id").orElse(""));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }
}
