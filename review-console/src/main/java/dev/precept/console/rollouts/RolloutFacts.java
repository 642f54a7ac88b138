package dev.precept.console.rollouts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.Share;
import dev.precept.console.time.Moment;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutEvent;
import java.util.List;
import java.util.stream.Collectors;

/// How a rollout stands and what was seen of it: share and steps, rates, and their course.
final class RolloutFacts extends Div {

    private static final long serialVersionUID = 1L;

    /// @param events newest first
    RolloutFacts(Desk desk, Rollout rollout, List<RolloutEvent> events) {
        addClassName("rollout-facts");
        if (rollout.state() == State.HALTED) {
            events.stream()
                    .filter(each -> each.action() == RolloutEvent.Action.HALTED)
                    .findFirst()
                    .ifPresent(each -> add(halted(each)));
        }
        add(steps(rollout), figures(rollout));
        var course = desk.rollouts().course(rollout.slug(), rollout.id());
        if (!course.isEmpty()) {
            var charts =
                    new Div(
                            CourseChart.disagreement(course, rollout.limits()),
                            CourseChart.undetermined(course, rollout.limits()));
            charts.addClassName("courses");
            add(charts);
        }
        if (!desk.maySeeContents() && !rollout.figures().kinds().isEmpty()) {
            var readers = new Span("Authors, reviewers, leads and auditors read what differs.");
            readers.addClassName("muted");
            add(readers);
        }
    }

    private static Div halted(RolloutEvent event) {
        var by =
                event.actor().equals("precept")
                        ? "Halted by itself. "
                        : "Halted by " + event.actor() + ". ";
        var banner = new Div(by + event.reason());
        banner.addClassName("rollout-alarm");
        banner.getElement().setAttribute("role", "alert");
        return banner;
    }

    private static Div steps(Rollout rollout) {
        var text =
                "%s %d %%; steps %s %%"
                        .formatted(
                                RolloutWords.at(rollout.state()),
                                rollout.share(),
                                rollout.steps().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")));
        var line = new Div(new Span(text));
        line.addClassName("muted");
        var due = rollout.nextStepAt();
        if (due != null) {
            line.add(new Span(" · next step due "), new Moment(due));
        }
        return line;
    }

    private static Div figures(Rollout rollout) {
        var seen = rollout.figures();
        var figures =
                new Div(
                        figure("Judged by the candidate", Share.count(seen.judged())),
                        figure("Disagreement", RolloutWords.rate(seen.disagreement())),
                        figure("Undetermined", RolloutWords.rate(seen.undetermined())));
        figures.addClassName("rollout-figures");
        return figures;
    }

    private static Div figure(String name, String value) {
        var label = new Span(name);
        label.addClassName("muted");
        var number = new Span(value);
        number.addClassName("rollout-value");
        return new Div(label, number);
    }
}
