package dev.precept.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/// Title, one line about the page, and what can be done on it.
public final class PageHead extends Div {

    private static final long serialVersionUID = 1L;

    public PageHead(String title, String subtitle, Component... actions) {
        addClassName("page-head");
        var text = new Div(new H1(title));
        if (!subtitle.isBlank()) {
            var line = new Paragraph(subtitle);
            line.addClassName("subtitle");
            text.add(line);
        }
        var buttons = new Div(actions);
        buttons.addClassName("page-actions");
        add(text, buttons);
    }
}
