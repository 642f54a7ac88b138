package dev.precept.console.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.security.oauth2.client.ClientAuthorizationException;

/// Stands in for a view that could not be opened.
@AnonymousAllowed
class SignedOutView extends Div implements HasErrorParameter<ClientAuthorizationException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<ClientAuthorizationException> parameter) {
        return FailurePage.fill(this, event, Failure.of(parameter.getException()));
    }
}
