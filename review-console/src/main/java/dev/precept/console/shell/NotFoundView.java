package dev.precept.console.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;

/// Stands in for a page that does not exist, or not for this person: which of the two is not told.
@AnonymousAllowed
@ParentLayout(MainLayout.class)
@PageTitle("No such page")
class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        addClassName("page");
        add(
                new PageHead("No such page", ""),
                new EmptyState(
                        "Nothing is here for you",
                        "The address may be cut short, or your roles do not open this page.",
                        new Anchor("", "Go to Home")));
        return 404;
    }
}
