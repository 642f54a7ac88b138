package dev.precept.console.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.precept.contracts.access.MeApi;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// The layout of all views. The navigation holds those that the person may open.
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout {

    private static final long serialVersionUID = 1L;

    MainLayout(AuthenticationContext authentication, SignInRecord signIn, MeApi me) {
        setPrimarySection(Section.DRAWER);
        var drawer = new Div(skip(), brand(), new Scroller(navigation()));
        drawer.addClassName("drawer");
        authentication
                .getAuthenticatedUser(OidcUser.class)
                .ifPresent(person -> {
                    signIn.recordWith(me);
                    drawer.add(new Footer(new PersonMenu(person, authentication)));
                });
        addToDrawer(drawer);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel("Navigation");
        var bar = new Div(toggle, new Span("Precept"));
        bar.addClassName("top-bar");
        addToNavbar(bar);
    }

    private static Button skip() {
        var skip = new Button("Skip to the page");
        skip.addClassName("skip");
        skip.addThemeVariants(ButtonVariant.PRIMARY);
        skip.getElement()
                .executeJs(
                        "this.addEventListener('click',"
                                + " () => document.querySelector('h1')?.focus())");
        return skip;
    }

    private static Div brand() {
        var logo = new Image("precept/logo.svg", "");
        logo.addClassName("logo");
        var brand = new Div(logo, new Span("Precept"));
        brand.addClassName("brand");
        return brand;
    }

    private static SideNav navigation() {
        var navigation = new SideNav();
        navigation.setLabel("Views");
        MenuConfiguration.getMenuEntries().forEach(entry -> navigation.addItem(item(entry)));
        return navigation;
    }

    private static SideNavItem item(MenuEntry entry) {
        var item = new SideNavItem(entry.title(), "/" + entry.path().replaceFirst("^/", ""));
        item.setMatchNested(!entry.path().isEmpty() && !entry.path().equals("/"));
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        return item;
    }
}
