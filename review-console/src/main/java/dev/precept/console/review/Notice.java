package dev.precept.console.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// What went otherwise than expected, and what to do next. It stays until something is done.
final class Notice extends Div {

    Notice() {
        addClassName("notice");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void say(String text, Button... wayOut) {
        removeAll();
        add(new Span(text));
        add(wayOut);
        setVisible(true);
    }

    void clear() {
        removeAll();
        setVisible(false);
    }
}
