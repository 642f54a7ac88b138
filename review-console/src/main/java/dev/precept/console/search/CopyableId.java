package dev.precept.console.search;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/// An id that is copied with one click.
final class CopyableId extends Span {

    CopyableId(String what, String id) {
        addClassName("copyable");
        var text = new Span(id);
        text.addClassName("code");
        var copy = new Button(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        copy.setAriaLabel("Copy " + what);
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', () => navigator.clipboard.writeText($0))",
                        id);
        add(text, copy);
    }
}
