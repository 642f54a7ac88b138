package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.precept.console.ui.WordsDialog;
import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The text line by line, each thread under the line that it is about. A thread whose line reads
/// otherwise by now stands at the end, with what it was about.
class LinesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Talk talk;

    LinesPanel(Talk talk, PolicyVersion version) {
        this.talk = talk;
        addClassName("lines");
        var lines = version.text().lines().toList();
        var rules =
                version.rules().stream()
                        .collect(
                                Collectors.toMap(
                                        Rule::line, Function.identity(), (first, _) -> first));
        Map<Integer, List<CommentThread>> beside = new HashMap<>();
        var apart = new ArrayList<CommentThread>();
        for (var thread : talk.threads()) {
            var line = thread.anchor().line();
            if (line != null && line <= lines.size() && quotes(thread, lines.get(line - 1))) {
                beside.computeIfAbsent(line, _ -> new ArrayList<>()).add(thread);
            } else {
                apart.add(thread);
            }
        }
        for (int line = 1; line <= lines.size(); line++) {
            add(line(line, lines.get(line - 1), rules.get(line)));
            beside.getOrDefault(line, List.of()).forEach(this::addThread);
        }
        apart.forEach(this::addThread);
        if (talk.voice().speaks()) {
            add(
                    new Button(
                            "Comment on the whole version",
                            _ -> ask("the version", new Anchor(null, null))));
        }
    }

    private static boolean quotes(CommentThread thread, String line) {
        var quote = thread.quote();
        return quote.endsWith("…")
                ? line.startsWith(quote.substring(0, quote.length() - 1))
                : line.equals(quote);
    }

    private Div line(int place, String text, @Nullable Rule rule) {
        var count = new Span(Integer.toString(place));
        count.addClassName("line-number");
        var words = new Span(text);
        words.addClassName("line-text");
        var row = new Div(count, words);
        row.addClassName("line");
        if (talk.voice().speaks() && !text.isBlank()) {
            row.add(
                    rule == null
                            ? comment("line " + place, new Anchor(place, null))
                            : comment("rule " + rule.id(), new Anchor(null, rule.id())));
        }
        return row;
    }

    private Button comment(String about, Anchor anchor) {
        var comment = new Button(VaadinIcon.COMMENT_O.create(), _ -> ask(about, anchor));
        comment.setAriaLabel("Comment on " + about);
        comment.setTooltipText("Comment on " + about);
        comment.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return comment;
    }

    private void addThread(CommentThread thread) {
        add(new ThreadPanel(talk, thread));
    }

    private void ask(String about, Anchor anchor) {
        new WordsDialog(
                        "Comment on " + about,
                        "Comment",
                        "What do you say?",
                        Talk.MAX_COMMENT,
                        text -> talk.open(anchor, text))
                .open();
    }
}
