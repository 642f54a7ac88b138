package dev.precept.console.shell;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.precept.contracts.access.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// Who is signed in, with which roles; colours and signing out.
class PersonMenu extends MenuBar {

    private static final long serialVersionUID = 1L;

    PersonMenu(OidcUser person, AuthenticationContext authentication) {
        addClassName("person-menu");
        addThemeVariants(MenuBarVariant.TERTIARY);
        var name = person.getFullName() == null ? person.getName() : person.getFullName();
        var roles =
                Arrays.stream(Role.values())
                        .map(Role::wireName)
                        .filter(authentication::hasRole)
                        .collect(Collectors.joining(", "));
        var roleLine = new Span(roles.isEmpty() ? "no role" : roles);
        roleLine.addClassName("person-roles");
        roleLine.getElement().setAttribute("title", roleLine.getText());
        var text = new Div(new Span(name), roleLine);
        text.addClassName("person");
        var label = new Div(new Avatar(name), text);
        label.addClassName("person-label");
        var top = addItem(label);
        top.setAriaLabel("Signed in as " + name);
        var menu = top.getSubMenu();
        for (var scheme : ColorScheme.values()) {
            menu.addItem(
                    scheme.title(), chosen -> chosen.getSource().getUI().ifPresent(scheme::apply));
        }
        menu.addSeparator();
        menu.addItem("Sign out", chosen -> authentication.logout());
    }
}
