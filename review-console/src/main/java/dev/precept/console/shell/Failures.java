package dev.precept.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Shows what goes wrong while a person works on a page: what happened and what to do, never a
/// stack trace.
@Component
class Failures implements VaadinServiceInitListener, ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource()
                .addSessionInitListener(start -> start.getSession().setErrorHandler(this));
        service.addIndexHtmlRequestListener(page ->
                page.getDocument()
                        .head()
                        .prependChild(new Element("script").text(ColorScheme.RESTORE)));
    }

    @Override
    public void error(ErrorEvent event) {
        var failure = Failure.of(event.getThrowable());
        if (failure.isOurs()) {
            LOG.error("a view failed", event.getThrowable());
        }
        var ui = UI.getCurrent();
        if (ui == null) {
            return;
        }
        ui.access(() -> {
            if (failure.needsSignIn()) {
                ui.getPage().setLocation("/oauth2/authorization/precept");
            } else {
                show(failure);
            }
        });
    }

    private static void show(Failure failure) {
        var title = new Span(failure.title());
        title.addClassName("failure-title");
        var text = new Div(title, new Span(failure.detail()));
        text.addClassName("failure");
        var notification = new Notification();
        notification.addThemeVariants(NotificationVariant.ERROR);
        notification.setPosition(Notification.Position.TOP_CENTER);
        notification.setDuration(12_000);
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notification.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel("Close");
        var row = new Div(text, close);
        row.addClassName("failure-row");
        notification.add(row);
        notification.open();
    }
}
