package dev.precept.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/// Where the page belongs, its title, one line about it, and what can be done on it. The title
/// takes the focus of those who skip the navigation.
public final class PageHead extends Div {

    private static final long serialVersionUID = 1L;

    private final Div text = new Div();

    public PageHead(String title, String subtitle, Component... actions) {
        addClassName("page-head");
        var heading = new H1(title);
        heading.getElement().setAttribute("tabindex", "-1");
        text.add(heading);
        if (!subtitle.isBlank()) {
            var line = new Paragraph(subtitle);
            line.addClassName("subtitle");
            text.add(line);
        }
        add(text);
        if (actions.length > 0) {
            var buttons = new Div(actions);
            buttons.addClassName("page-actions");
            add(buttons);
        }
    }

    /// Adds the way back to the page that this one belongs to.
    public PageHead under(String target, String title) {
        var back = new Anchor(target, title);
        back.addClassName("back-link");
        text.addComponentAsFirst(back);
        return this;
    }
}
