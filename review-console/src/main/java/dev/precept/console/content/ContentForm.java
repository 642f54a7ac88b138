package dev.precept.console.content;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Completion;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import java.util.Locale;
import java.util.Optional;

/// Takes a message, a completion, or a chat written as lines that start with a role.
public final class ContentForm extends Div {

    private static final long serialVersionUID = 1L;

    /// The kinds of content.
    enum Kind {
        MESSAGE("Message", "Text that a person wrote"),
        COMPLETION("Completion", "Text that an AI system wrote"),
        CHAT("Chat", "One turn a line: user: …, assistant: …, system: …, tool: …");

        private final String title;
        private final String help;

        Kind(String title, String help) {
            this.title = title;
            this.help = help;
        }
    }

    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>("Kind");
    private final TextArea text = new TextArea("Content");

    public ContentForm() {
        addClassName("form");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each -> each.title);
        kind.addValueChangeListener(change -> text.setHelperText(change.getValue().help));
        kind.setValue(Kind.MESSAGE);
        text.setMinRows(6);
        text.setMaxRows(18);
        text.setWidthFull();
        text.setMaxLength(Content.MAX_CHARACTERS);
        add(kind, text);
    }

    /// Calls back whenever another character is there, or gone.
    public void onChange(Runnable changed) {
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.addValueChangeListener(_ -> changed.run());
    }

    /// Empty if nothing was written.
    public Optional<Content> content() {
        var words = text.getValue();
        if (words.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind.getValue()) {
                    case MESSAGE -> new Message(words);
                    case COMPLETION -> new Completion(words);
                    case CHAT -> new Chat(ChatLines.parse(words), null);
                });
    }

    /// The size and the kind, never the words.
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%s of %,d characters",
                kind.getValue().title.toLowerCase(Locale.ROOT),
                text.getValue().length());
    }
}
