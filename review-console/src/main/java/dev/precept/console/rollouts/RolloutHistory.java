package dev.precept.console.rollouts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.time.Moment;
import dev.precept.contracts.rollout.RolloutEvent;
import java.util.List;

/// What was done to a rollout, a line each.
final class RolloutHistory extends Div {

    private static final long serialVersionUID = 1L;

    /// @param events in the order in which they are shown
    RolloutHistory(List<RolloutEvent> events) {
        addClassNames("muted", "rollout-history");
        events.forEach(each -> add(line(each)));
    }

    private static Div line(RolloutEvent event) {
        var words =
                " %s by %s%s"
                        .formatted(
                                RolloutWords.action(event.action()),
                                event.actor(),
                                event.reason().isBlank() ? "" : ": " + event.reason());
        return new Div(new Moment(event.at()), new Span(words));
    }
}
