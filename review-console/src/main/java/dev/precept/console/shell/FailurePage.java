package dev.precept.console.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import jakarta.servlet.http.HttpServletResponse;

/// A page about a failure, with ways to go on.
final class FailurePage {

    private FailurePage() {}

    /// @return the HTTP status of the page
    static int fill(Div page, BeforeEnterEvent event, Failure failure) {
        if (failure.needsSignIn()) {
            event.getUI().getPage().setLocation("/oauth2/authorization/precept");
        }
        page.addClassName("failure-page");
        var again = new Button("Try again", click -> event.getUI().getPage().reload());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        page.add(new H1(failure.title()), new Paragraph(failure.detail()), new Div(again));
        return switch (failure.kind()) {
            case REFUSED -> HttpServletResponse.SC_BAD_REQUEST;
            case UNREACHABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case SIGNED_OUT -> HttpServletResponse.SC_UNAUTHORIZED;
            case OURS -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        };
    }
}
