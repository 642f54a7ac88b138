package dev.precept.console.prose;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.contracts.policy.PolicyDiff.Wording;
import dev.precept.contracts.policy.VersionDiff.Segment;
import java.util.ArrayList;
import java.util.List;

/// One change, both ways; the style sheet shows one of them.
final class ChangeCard extends Div {

    private static final long serialVersionUID = 1L;

    ChangeCard(String anchor, ChangeWords words) {
        addClassName("change");
        setId(anchor);
        getElement().setAttribute("tabindex", "-1");
        add(new H3(words.title()));
        if (!words.note().isEmpty()) {
            var note = new Paragraph(words.note());
            note.addClassName("muted");
            add(note);
        }
        var wording = words.wording();
        if (wording != null && isSame(wording)) {
            var text = new Div();
            text.addClassName("change-text");
            text.add(marked(wording.after(), "ins"));
            add(text);
        } else if (wording != null) {
            var sides =
                    new Div(
                            column("Before", marked(wording.before(), "del")),
                            column("After", marked(wording.after(), "ins")));
            sides.addClassName("change-sides");
            var inline = new Div();
            inline.add(inline(wording));
            inline.addClassNames("change-inline", "change-text");
            add(sides, inline);
        }
    }

    /// Another id or another rule, and the same words.
    private static boolean isSame(Wording wording) {
        return wording.before().stream().noneMatch(Segment::changed)
                && wording.after().stream().noneMatch(Segment::changed);
    }

    private static Div column(String name, List<Component> text) {
        var label = new Span(name);
        label.addClassName("muted");
        var words = new Div();
        words.add(text);
        words.addClassName("change-text");
        return new Div(label, words);
    }

    private static List<Component> marked(List<Segment> segments, String tag) {
        return segments.stream().map(segment -> word(segment, tag)).toList();
    }

    private static Component word(Segment segment, String tag) {
        if (!segment.changed()) {
            return new Span(segment.text());
        }
        var mark = new HtmlContainer(tag);
        mark.setText(segment.text());
        return mark;
    }

    /// What both have stands in both, in the same order; between it, first what is gone.
    static List<Component> inline(Wording wording) {
        var words = new ArrayList<Component>();
        int right = 0;
        for (var left : wording.before()) {
            if (left.changed()) {
                words.add(word(left, "del"));
                continue;
            }
            right = addNew(wording.after(), right, words);
            words.add(new Span(left.text()));
            right++;
        }
        addNew(wording.after(), right, words);
        return words;
    }

    private static int addNew(List<Segment> after, int from, List<Component> words) {
        int index = from;
        while (index < after.size() && after.get(index).changed()) {
            words.add(word(after.get(index), "ins"));
            index++;
        }
        return index;
    }
}
