package dev.precept.console.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.time.Moment;
import dev.precept.contracts.rollout.BreakGlass;
import dev.precept.contracts.rollout.BreakGlassApi;
import dev.precept.contracts.rollout.BreakGlassReview;

/// Says loudly what went past the gates and is not reviewed; a reviewer decides here.
@StyleSheet("context://precept/rollouts.css")
class GlassBanner extends Div {

    private static final long serialVersionUID = 1L;

    private final transient BreakGlassApi glasses;
    private final boolean mayReview;
    private final String person;
    private final transient PolicyPage page;

    GlassBanner(BreakGlassApi glasses, boolean mayReview, String person, PolicyPage page) {
        this.glasses = glasses;
        this.mayReview = mayReview;
        this.person = person;
        this.page = page;
        glasses.list(page.slug(), null).items().stream()
                .filter(each -> each.review() == null)
                .forEach(each -> add(banner(each)));
        setVisible(getComponentCount() > 0);
    }

    private Div banner(BreakGlass glass) {
        var banner =
                new Div(
                        strong(
                                "%s went past closed gates to version %d."
                                        .formatted(glass.alias(), glass.to())),
                        line("By " + glass.brokenBy() + ": " + glass.reason()),
                        line("Closed: " + glass.closed()),
                        end(glass));
        banner.addClassName("rollout-alarm");
        banner.getElement().setAttribute("role", "alert");
        if (mayReview && glass.brokenBy().equals(person)) {
            banner.add(line("You broke it, so another approver reviews it."));
        } else if (mayReview) {
            var actions =
                    new Div(
                            new Button("Accept", _ -> review(glass, true)),
                            new Button("Reject", _ -> review(glass, false)));
            actions.addClassName("page-actions");
            banner.add(actions);
        }
        return banner;
    }

    private static Div end(BreakGlass glass) {
        var end = glass.end();
        if (end == null) {
            return new Div(
                    new Span("Falls back to version " + glass.from() + " at "),
                    new Moment(glass.expiresAt()),
                    new Span(" unless another person accepts it."));
        }
        return line(
                switch (end) {
                    case EXPIRED ->
                            "Nobody accepted it in time, so it fell back. A review is still owed.";
                    case LEFT -> "The alias was moved on. A review is still owed.";
                    case ACCEPTED, REJECTED -> "Reviewed.";
                });
    }

    private void review(BreakGlass glass, boolean accepted) {
        var text =
                accepted
                        ? "Version %d stays live.".formatted(glass.to())
                        : glass.end() == null
                                ? "%s goes back to version %d at once."
                                        .formatted(glass.alias(), glass.from())
                                : "It is over already; your review is kept.";
        new ActionDialog(
                        accepted ? "Accept it?" : "Reject it?",
                        text,
                        accepted ? "Accept" : "Reject",
                        1,
                        note -> send(glass, accepted, note))
                .open();
    }

    private void send(BreakGlass glass, boolean accepted, String note) {
        try {
            glasses.review(page.slug(), glass.id(), new BreakGlassReview(accepted, note));
        } finally {
            page.reload().run();
        }
    }

    private static Span strong(String text) {
        var strong = new Span(text);
        strong.addClassName("rollout-strong");
        return strong;
    }

    private static Div line(String text) {
        var line = new Div(text);
        line.addClassName("wrap");
        return line;
    }
}
