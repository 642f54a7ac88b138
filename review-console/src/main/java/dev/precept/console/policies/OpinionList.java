package dev.precept.console.policies;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.precept.console.time.Moment;
import dev.precept.contracts.policy.Opinion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What approvers said of a version, newest first: who, when, why, and whether it was of the text
/// as it stands.
public final class OpinionList extends UnorderedList {

    private static final long serialVersionUID = 1L;

    /// @param current the hash of the text as it stands; null while it is a draft
    public OpinionList(List<Opinion> opinions, @Nullable String current) {
        addClassName("opinions");
        opinions.forEach(opinion -> add(item(opinion, opinion.sha256().equals(current))));
    }

    private static ListItem item(Opinion opinion, boolean ofThisText) {
        var line = new Div(badge(opinion), new Span(opinion.reviewer()));
        line.add(new Moment(opinion.givenAt()));
        line.addClassName("badges");
        var item = new ListItem(line);
        if (!opinion.comment().isBlank()) {
            var words = new Paragraph(opinion.comment());
            words.addClassName("opinion-words");
            item.add(words);
        }
        if (!ofThisText) {
            var note = new Span("Said of the text as it was submitted then.");
            note.addClassName("muted");
            item.add(note);
        }
        return item;
    }

    private static Badge badge(Opinion opinion) {
        var badge = new Badge(opinion.approves() ? "Approved" : "Sent back");
        badge.addThemeVariants(opinion.approves() ? BadgeVariant.SUCCESS : BadgeVariant.WARNING);
        return badge;
    }
}
