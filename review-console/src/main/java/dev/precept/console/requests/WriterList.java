package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.request.ChangeRequest;
import java.util.function.Consumer;

/// Who wrote on a version, and who else may while it is a draft.
class WriterList extends UnorderedList {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<String> takeBack;

    /// @param takeBack takes somebody's invitation back
    WriterList(ChangeRequest request, Consumer<String> takeBack) {
        this.takeBack = takeBack;
        addClassName("writers");
        var people = request.people();
        people.editors()
                .forEach(person ->
                        add(
                                item(
                                        person,
                                        person.equals(people.author())
                                                ? "author"
                                                : "wrote on it")));
        boolean open = request.status() == PolicyVersionStatus.DRAFT;
        people.invited().stream()
                .filter(person -> !people.editors().contains(person))
                .forEach(person -> add(invited(person, open && request.you().noWrite() == null)));
    }

    private ListItem invited(String person, boolean removable) {
        var item = item(person, "invited");
        if (removable) {
            var button = new Button("Take back", _ -> takeBack.accept(person));
            button.setAriaLabel("Take back the invitation of " + person);
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            item.add(button);
        }
        return item;
    }

    private static ListItem item(String person, String part) {
        var name = new Span(person);
        var muted = new Span(part);
        muted.addClassName("muted");
        var line = new Div(name, muted);
        line.addClassName("badges");
        return new ListItem(line);
    }
}
