package dev.precept.console.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.web.client.ResourceAccessException;

/// Stands in for a view that could not be opened.
@AnonymousAllowed
class UnreachableView extends Div implements HasErrorParameter<ResourceAccessException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<ResourceAccessException> parameter) {
        return FailurePage.fill(this, event, Failure.of(parameter.getException()));
    }
}
