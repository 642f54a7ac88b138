package dev.precept.console.tryit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.PlaygroundApi;
import dev.precept.contracts.problem.PreceptException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;

/// Shows what the model writes while it writes, and gives way to the verdict.
class ThinkingPane extends Div {

    private static final long serialVersionUID = 1L;
    private static final int POLL_MILLIS = 250;
    private static final long LONG_SECONDS = 30;
    private static final String HINT = " Look at Operations, whether a worker is there.";

    private final transient PlaygroundApi playground;
    private final transient Consumer<Classification> ended;
    private final H2 title = new H2();
    private final Paragraph state = new Paragraph();
    private final Div text = new Div();
    private final long begun = System.nanoTime();
    private transient Classification known;
    private @Nullable Registration polling;

    /// @param ended called once there is a verdict, or none will come
    ThinkingPane(PlaygroundApi playground, Classification first, Consumer<Classification> ended) {
        this.playground = playground;
        this.known = first;
        this.ended = ended;
        addClassName("thinking");
        state.addClassName("muted");
        text.addClassName("thinking-text");
        add(title, state, text);
        show();
    }

    private void look() {
        try {
            known = playground.get(known.id());
        } catch (PreceptException | ResourceAccessException notNow) {
            state.setText("The registry cannot be asked now. This page tries again by itself.");
            return;
        }
        if (known.status() == Classification.Status.PENDING) {
            show();
        } else {
            ended.accept(known);
        }
    }

    private void show() {
        var thought = first(known, true);
        var reason = first(known, false);
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        title.setText(thought == null ? "No verdict yet" : "The model is thinking");
        state.setText(state(thought != null, reason, seconds));
        text.setText(thought == null ? "" : thought);
        text.setVisible(thought != null);
    }

    private static String state(boolean thinking, @Nullable String reason, long seconds) {
        if (thinking) {
            return "for " + seconds + " seconds";
        }
        if (reason != null) {
            return reason + HINT;
        }
        return seconds < LONG_SECONDS
                ? "Waiting for a worker: " + seconds + " seconds."
                : "No worker answered within " + seconds + " seconds." + HINT;
    }

    private static @Nullable String first(Classification known, boolean thought) {
        return known.outstanding().stream()
                .map(job -> thought ? job.thought() : job.reason())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        ui.setPollInterval(POLL_MILLIS);
        polling = ui.addPollListener(_ -> look());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }
}
