package dev.precept.console.prose;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.ContentForm;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.policy.PromptApi;
import dev.precept.contracts.policy.PromptPreview;
import dev.precept.contracts.policy.PromptPreview.Part;
import dev.precept.contracts.policy.PromptRequest;
import java.util.Locale;
import java.util.function.Supplier;

/// The exact prompt that a reasoning model reads, with a content to try. Control tokens are chips:
/// what only looks like one stands as text.
@StyleSheet("context://precept/prose.css")
public final class PromptPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient PromptApi prompts;
    private final transient Supplier<String> text;
    private final ContentForm sample = new ContentForm();
    private final Div result = new Div();

    PromptPanel(PromptApi prompts, Supplier<String> text) {
        this.prompts = prompts;
        this.text = text;
        addClassName("prompt");
        var note =
                new Paragraph(
                        "The text that a reasoning model reads, to the byte. Nothing is kept, and no model is"
                                + " asked. Without content, \"See you at noon.\" stands in.");
        note.addClassName("muted");
        var show = new Button("Show the prompt", click -> show());
        show.setDisableOnClick(true);
        result.addClassName("prompt-result");
        add(note, sample, show, result);
    }

    private void show() {
        try {
            var content = sample.content().orElse(new Message("See you at noon."));
            var preview = prompts.preview(new PromptRequest(text.get(), content));
            result.removeAll();
            result.add(counts(preview), written(preview));
        } finally {
            getChildren()
                    .filter(Button.class::isInstance)
                    .forEach(button -> ((Button) button).setEnabled(true));
        }
    }

    private static Component counts(PromptPreview preview) {
        var counts = new Div(count("All", preview.total(), "all"));
        for (var part : Part.values()) {
            counts.add(
                    count(
                            name(part),
                            preview.tokens().getOrDefault(part, 0),
                            part.name().toLowerCase(Locale.ROOT)));
        }
        counts.addClassName("prompt-counts");
        counts.getElement().setAttribute("role", "status");
        return counts;
    }

    private static Span count(String name, int tokens, String part) {
        var count = new Span(String.format(Locale.ROOT, "%s %,d", name, tokens));
        count.addClassNames("prompt-count", "prompt-" + part);
        count.setTitle(tokens == 1 ? "1 token" : String.format(Locale.ROOT, "%,d tokens", tokens));
        return count;
    }

    private static String name(Part part) {
        return switch (part) {
            case SYSTEM -> "System";
            case POLICY -> "Policy";
            case ANSWER -> "How to answer";
            case CONTENT -> "Content";
            case REPLY -> "Reply";
        };
    }

    private static Component written(PromptPreview preview) {
        var written = new Div();
        written.addClassName("prompt-text");
        for (var piece : preview.pieces()) {
            var words = new Span(piece.text());
            words.addClassName("prompt-" + piece.part().name().toLowerCase(Locale.ROOT));
            if (piece.control()) {
                words.addClassName("prompt-control");
            }
            written.add(words);
        }
        return written;
    }
}
