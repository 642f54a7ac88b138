package dev.precept.console.requests;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.precept.console.ui.Section;
import dev.precept.contracts.request.ChangeRequest;
import dev.precept.contracts.request.ChangeRequest.Asked;
import java.util.function.Consumer;

/// Who wrote, who was asked, who agreed, what is missing, and by which rules.
class RequestStatus extends Div {

    private static final long serialVersionUID = 1L;

    /// @param takeBack takes somebody's invitation back
    RequestStatus(ChangeRequest request, Consumer<String> takeBack) {
        addClassName("request-status");
        add(
                new Section("Still missing", missing(request)),
                new Section("Who was asked", asked(request)),
                new Section("Who wrote it", new WriterList(request, takeBack)),
                new Section("The rules", rules(request)));
    }

    private static Div missing(ChangeRequest request) {
        if (request.missing().isEmpty()) {
            return new Div(new Paragraph("Nothing is missing."));
        }
        var list = new UnorderedList();
        list.addClassName("missing");
        request.missing().forEach(sentence -> list.add(new ListItem(sentence)));
        return new Div(list);
    }

    private static UnorderedList asked(ChangeRequest request) {
        var list = new UnorderedList();
        list.addClassName("asked");
        request.asked().forEach(asked -> list.add(item(asked)));
        return list;
    }

    private static ListItem item(Asked asked) {
        var badge = new Badge("%d of %d".formatted(asked.agreed().size(), asked.needed()));
        badge.addThemeVariants(asked.met() ? BadgeVariant.SUCCESS : BadgeVariant.WARNING);
        var who = new Span(asked.group() == null ? "All approvers" : "Group " + asked.group());
        var line = new Div(badge, who);
        line.addClassName("badges");
        var agreed =
                new Span(
                        asked.agreed().isEmpty()
                                ? "Nobody has agreed yet."
                                : "Agreed: " + String.join(", ", asked.agreed()) + ".");
        agreed.addClassName("muted");
        return new ListItem(line, agreed);
    }

    private static UnorderedList rules(ChangeRequest request) {
        var list = new UnorderedList();
        list.addClassName("rule-words");
        RuleWords.of(request.rules()).forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }
}
