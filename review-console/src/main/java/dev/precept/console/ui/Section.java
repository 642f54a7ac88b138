package dev.precept.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/// A part of a page with a title of its own.
public final class Section extends Div {

    private static final long serialVersionUID = 1L;

    public Section(String title, Component... content) {
        addClassName("section");
        add(new H2(title));
        add(content);
    }
}
