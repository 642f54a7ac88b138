package dev.precept.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/// Says that nothing is here, and what to do about it.
public final class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    public EmptyState(String title, String advice, Component... wayOut) {
        addClassName("empty-state");
        var strong = new Element("strong");
        strong.setText(title);
        getElement().appendChild(strong);
        add(new Span(advice));
        add(wayOut);
    }
}
