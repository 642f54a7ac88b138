package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.precept.contracts.request.Merge.Chunk;
import java.util.List;
import java.util.stream.Stream;

/// One place that both sides changed: take one, take both, or write what stands there.
class ConflictPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final TextArea outcome = new TextArea("What stands here");
    private final transient Runnable changed;
    private boolean decided;

    ConflictPanel(Chunk chunk, Runnable changed) {
        this.changed = changed;
        addClassName("conflict");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Conflict");
        outcome.setWidthFull();
        outcome.addClassName("merge-outcome");
        outcome.setValueChangeMode(ValueChangeMode.EAGER);
        outcome.addValueChangeListener(change -> {
            decided |= change.isFromClient();
            changed.run();
        });
        var both = Stream.concat(chunk.theirs().stream(), chunk.mine().stream()).toList();
        var choices =
                new Div(
                        choice("Take the draft's", chunk.mine()),
                        choice("Take the approved", chunk.theirs()),
                        choice("Take both", both));
        choices.addClassName("badges");
        var sides =
                new Div(
                        side("Before", chunk.base()),
                        side("This draft", chunk.mine()),
                        side("Approved since", chunk.theirs()));
        sides.addClassName("conflict-sides");
        add(sides, choices, outcome);
    }

    boolean decided() {
        return decided;
    }

    List<String> lines() {
        return outcome.getValue().lines().toList();
    }

    private Button choice(String text, List<String> lines) {
        var button =
                new Button(
                        text,
                        _ -> {
                            decided = true;
                            outcome.setValue(String.join("\n", lines));
                            changed.run();
                        });
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private static Div side(String name, List<String> lines) {
        var title = new Span(name);
        title.addClassName("muted");
        var text = new Div(lines.isEmpty() ? "(nothing)" : String.join("\n", lines));
        text.addClassName("merge-lines");
        var side = new Div(title, text);
        side.addClassName("conflict-side");
        return side;
    }
}
