package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.WordsDialog;
import dev.precept.contracts.discussion.CommentThread;

/// One thread: what was said, and answering, resolving or opening it again. A resolved one is
/// folded.
class ThreadPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Talk talk;
    private final transient CommentThread thread;

    ThreadPanel(Talk talk, CommentThread thread) {
        this.talk = talk;
        this.thread = thread;
        setId(id(thread));
        addClassName("thread");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Thread about " + about());
        getElement().setAttribute("tabindex", "-1");
        var body = new Div();
        body.addClassName("thread-body");
        if (!thread.quote().isBlank()) {
            var quote = new Span(thread.quote());
            quote.addClassNames("muted", "thread-quote");
            body.add(quote);
        }
        thread.comments().forEach(comment -> body.add(said(comment)));
        if (talk.voice().speaks()) {
            body.add(buttons());
        }
        if (thread.resolved()) {
            add(
                    new Details(
                            "About %s: resolved by %s".formatted(about(), thread.resolvedBy()),
                            body));
        } else {
            var head = new Span("About " + about());
            head.addClassName("thread-head");
            add(head, body);
        }
    }

    /// The id of the element that shows a thread.
    static String id(CommentThread thread) {
        return "thread-" + thread.id();
    }

    private static Div said(CommentThread.Comment comment) {
        var author = new Span(comment.author());
        author.addClassName("thread-author");
        var at = new Moment(comment.writtenAt());
        at.addClassName("muted");
        var who = new Div(author, at);
        who.addClassName("badges");
        var words = new Paragraph(comment.text());
        words.addClassName("opinion-words");
        return new Div(who, words);
    }

    private Div buttons() {
        var answer = new Button("Answer", _ -> answer());
        var settle =
                new Button(thread.resolved() ? "Open again" : "Resolve", _ -> talk.settle(thread));
        answer.addThemeVariants(ButtonVariant.SMALL);
        settle.addThemeVariants(ButtonVariant.SMALL);
        settle.setVisible(thread.resolved() || talk.voice().resolves(thread));
        var buttons = new Div(answer, settle);
        buttons.addClassName("badges");
        return buttons;
    }

    private void answer() {
        new WordsDialog(
                        "Answer about " + about(),
                        "Answer",
                        "What do you say?",
                        Talk.MAX_COMMENT,
                        text -> talk.answer(thread, text))
                .open();
    }

    private String about() {
        var rule = thread.anchor().rule();
        if (rule != null) {
            return "rule " + rule;
        }
        var line = thread.anchor().line();
        return line == null ? "the version" : "line " + line;
    }
}
