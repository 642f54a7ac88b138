package dev.precept.console.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands in for a view that could not be opened, whatever the reason.
@AnonymousAllowed
@ParentLayout(MainLayout.class)
@PageTitle("Not possible")
class FailureView extends Div implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var failure = Failure.of(parameter.getCaughtException());
        if (failure.isOurs()) {
            LOG.error("a view could not be opened", parameter.getCaughtException());
        }
        return FailurePage.fill(this, event, failure);
    }
}
