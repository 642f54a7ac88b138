package dev.precept.console.policies;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.ArrayList;
import java.util.List;

/// Links to the parts of a policy's page; the one that is shown is marked.
class PolicyTabs extends Nav {

    private static final long serialVersionUID = 1L;

    /// Once the link is laid out, which it is not yet when the page comes.
    private static final String INTO_VIEW =
            """
            new ResizeObserver((_, once) => {
                if (this.offsetWidth > 0) {
                    once.disconnect();
                    this.scrollIntoView({block: 'nearest', inline: 'center'});
                }
            }).observe(this);
            """;

    private final List<Anchor> links = new ArrayList<>();

    PolicyTabs(String slug, List<PolicyTab> tabs) {
        addClassName("page-tabs");
        setAriaLabel("Parts of this policy");
        for (var tab : tabs) {
            var link = new Anchor(address(slug, tab), tab.title());
            link.setRouterIgnore(false);
            links.add(link);
            add(link);
        }
    }

    void mark(String slug, PolicyTab shown) {
        for (var link : links) {
            if (link.getHref().equals(address(slug, shown))) {
                link.getElement().setAttribute("aria-current", "page");
                link.getElement().executeJs(INTO_VIEW);
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        }
    }

    private static String address(String slug, PolicyTab tab) {
        return "policies/" + slug + "/" + tab.path();
    }
}
