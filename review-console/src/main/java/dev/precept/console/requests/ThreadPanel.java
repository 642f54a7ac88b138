package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.time.Moment;
import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.discussion.NewComment;

/// One thread: what was said, and answering, resolving or opening it again.
class ThreadPanel extends Div {

    private static final long serialVersionUID = 1L;

    ThreadPanel(
            DiscussionApi discussions,
            String slug,
            int number,
            CommentThread thread,
            boolean speaks,
            Runnable changed) {
        addClassName("thread");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Thread about " + about(thread));
        var head = new Span("About " + about(thread) + ": " + thread.quote());
        head.addClassNames("muted", "thread-quote");
        add(head);
        for (var comment : thread.comments()) {
            var who = new Div(new Span(comment.author()), new Moment(comment.writtenAt()));
            who.addClassName("badges");
            var words = new Paragraph(comment.text());
            words.addClassName("opinion-words");
            add(who, words);
        }
        if (thread.resolved()) {
            addClassName("resolved");
            add(new Span("Resolved by " + thread.resolvedBy() + "."));
        }
        if (speaks) {
            var answer =
                    new Button(
                            "Answer",
                            _ ->
                                    new WordsDialog(
                                                    "Answer",
                                                    "What do you say?",
                                                    text -> {
                                                        discussions.answer(
                                                                slug,
                                                                number,
                                                                thread.id(),
                                                                new NewComment(text));
                                                        changed.run();
                                                    })
                                            .open());
            var settle =
                    new Button(
                            thread.resolved() ? "Open again" : "Resolve",
                            _ -> {
                                if (thread.resolved()) {
                                    discussions.reopen(slug, number, thread.id());
                                } else {
                                    discussions.resolve(slug, number, thread.id());
                                }
                                changed.run();
                            });
            answer.addThemeVariants(ButtonVariant.SMALL);
            settle.addThemeVariants(ButtonVariant.SMALL);
            var buttons = new Div(answer, settle);
            buttons.addClassName("badges");
            add(buttons);
        }
    }

    private static String about(CommentThread thread) {
        var rule = thread.anchor().rule();
        if (rule != null) {
            return "rule " + rule;
        }
        var line = thread.anchor().line();
        return line == null ? "the version" : "line " + line;
    }
}
