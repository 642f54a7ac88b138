package dev.precept.console.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Completion;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.content.Turn;
import java.util.Locale;

/// Content that may hurt or harm: blurred, and hidden from screen readers, until the person asks.
/// Until then a [Mask] stands on the page instead of it; afterwards it stands in text nodes only,
/// never in attributes, and markup in it stays text.
public final class SensitiveText extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Content content;
    private final Div body = new Div();
    private final Button toggle = new Button();
    private final String hint;
    private boolean revealed;

    public SensitiveText(Content content) {
        this(content, "");
    }

    /// @param hint follows the button's words, for example the key that does the same
    public SensitiveText(Content content, String hint) {
        this.content = content;
        this.hint = hint;
        addClassName("sensitive");
        body.addClassName("sensitive-body");
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        toggle.addClassName("sensitive-toggle");
        toggle.addClickListener(_ -> toggle());
        body.addClickListener(_ -> {
            if (!revealed) {
                toggle();
            }
        });
        var facts = new Span(String.format(Locale.ROOT, "%,d characters", content.length()));
        facts.addClassName("sensitive-facts");
        var bar = new Div(facts, toggle);
        bar.addClassName("sensitive-bar");
        add(bar, body);
        show();
    }

    /// Reveals blurred content, blurs revealed content.
    public void toggle() {
        revealed = !revealed;
        show();
    }

    public boolean revealed() {
        return revealed;
    }

    private void show() {
        body.setClassName("blurred", !revealed);
        if (revealed) {
            body.getElement().removeAttribute("aria-hidden");
        } else {
            body.getElement().setAttribute("aria-hidden", "true");
        }
        toggle.setText((revealed ? "Blur" : "Reveal") + hint);
        body.removeAll();
        switch (content) {
            case Message message -> body.add(bubble("Message", "user", message.text()));
            case Completion completion ->
                    body.add(bubble("Completion", "assistant", completion.text()));
            case Chat chat ->
                    chat.turns()
                            .forEach(turn ->
                                    body.add(
                                            bubble(
                                                    word(turn.role()),
                                                    turn.role().wireName(),
                                                    turn.text())));
        }
    }

    private Component bubble(String speaker, String kind, String text) {
        var name = new Span(speaker);
        name.addClassName("bubble-speaker");
        var words = new Div(revealed ? text : Mask.of(text));
        words.addClassName("bubble-text");
        var bubble = new Div(name, words);
        bubble.addClassNames("bubble", "bubble-" + kind);
        return bubble;
    }

    private static String word(Turn.Role role) {
        return switch (role) {
            case USER -> "User";
            case ASSISTANT -> "Assistant";
            case SYSTEM -> "System";
            case TOOL -> "Tool";
        };
    }
}
