package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.discussion.NewThread;
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

    private final transient DiscussionApi discussions;
    private final String slug;
    private final int number;
    private final boolean speaks;
    private final transient Runnable changed;

    LinesPanel(DiscussionApi discussions, PolicyVersion version, boolean speaks, Runnable changed) {
        this.discussions = discussions;
        this.slug = version.summary().slug();
        this.number = version.summary().number();
        this.speaks = speaks;
        this.changed = changed;
        addClassName("lines");
        var lines = version.text().lines().toList();
        var rules =
                version.rules().stream()
                        .collect(
                                Collectors.toMap(
                                        Rule::line, Function.identity(), (first, _) -> first));
        Map<Integer, List<CommentThread>> beside = new HashMap<>();
        var apart = new ArrayList<CommentThread>();
        for (var thread : threads()) {
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
        if (speaks) {
            add(new Button("Comment on the whole version", _ -> ask(new Anchor(null, null))));
        }
    }

    private static boolean quotes(CommentThread thread, String line) {
        var quote = thread.quote();
        return quote.endsWith("…")
                ? line.startsWith(quote.substring(0, quote.length() - 1))
                : line.equals(quote);
    }

    private List<CommentThread> threads() {
        var all = new ArrayList<CommentThread>();
        @Nullable String cursor = null;
        do {
            var page = discussions.threads(slug, number, cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private Div line(int place, String text, @Nullable Rule rule) {
        var count = new Span(Integer.toString(place));
        count.addClassName("line-number");
        var words = new Span(text);
        words.addClassName("line-text");
        var row = new Div(count, words);
        row.addClassName("line");
        if (speaks && !text.isBlank()) {
            var what = rule == null ? "line " + place : "rule " + rule.id();
            var comment =
                    new Button(
                            "Comment",
                            _ ->
                                    ask(
                                            rule == null
                                                    ? new Anchor(place, null)
                                                    : new Anchor(null, rule.id())));
            comment.setAriaLabel("Comment on " + what);
            comment.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            row.add(comment);
        }
        return row;
    }

    private void addThread(CommentThread thread) {
        add(new ThreadPanel(discussions, slug, number, thread, speaks, changed));
    }

    private void ask(Anchor anchor) {
        var about =
                anchor.rule() != null
                        ? "rule " + anchor.rule()
                        : anchor.line() != null ? "line " + anchor.line() : "the version";
        new WordsDialog(
                        "Comment on " + about,
                        "What do you say?",
                        text -> {
                            discussions.open(slug, number, new NewThread(anchor, text));
                            changed.run();
                        })
                .open();
    }
}
