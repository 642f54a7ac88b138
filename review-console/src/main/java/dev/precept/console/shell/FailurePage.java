package dev.precept.console.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;

/// A page about a failure, with ways to go on.
final class FailurePage {

    private FailurePage() {}

    /// @return the HTTP status of the page
    static int fill(Div page, BeforeEnterEvent event, Failure failure) {
        if (failure.needsSignIn()) {
            event.getUI().getPage().setLocation("/oauth2/authorization/precept");
        }
        page.addClassName("failure-page");
        var heading = new H1(failure.title());
        heading.getElement().setAttribute("tabindex", "-1");
        var home = new Anchor("", "Home");
        var again = new Button("Try again", click -> event.getUI().getPage().reload());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        var ways = new Div(again, home);
        ways.addClassName("page-actions");
        page.add(heading, new Paragraph(failure.detail()), ways);
        return failure.status();
    }
}
