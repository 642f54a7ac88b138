package dev.precept.console.content;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.precept.contracts.content.Content;

/// The start of a content on one line of a list: blurred, and not on the page at all, until the
/// person clicks on it.
public final class SensitiveLine extends Button {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 140;

    private final String line;
    private boolean revealed;

    public SensitiveLine(Content content) {
        var text = content.asText().replaceAll("\\s+", " ").strip();
        line = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("sensitive-line");
        addClickListener(_ -> toggle());
        show();
    }

    private void toggle() {
        revealed = !revealed;
        show();
    }

    private void show() {
        setClassName("blurred", !revealed);
        setText(revealed ? line : Mask.of(line));
        getElement().setAttribute("aria-pressed", String.valueOf(revealed));
        if (revealed) {
            getElement().removeAttribute("aria-label");
        } else {
            setAriaLabel("Blurred content, reveal");
        }
    }
}
