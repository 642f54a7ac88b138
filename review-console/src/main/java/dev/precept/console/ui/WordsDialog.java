package dev.precept.console.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/// Asks for a few words before something is done. While that is refused it stays open, so that what
/// was typed is not lost.
public final class WordsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextArea words;
    private final Button confirm;
    private boolean needed = true;

    /// @param verb on the button that confirms
    /// @param label of the field
    /// @param most characters that are taken
    public WordsDialog(
            String title, String verb, String label, int most, Consumer<String> confirmed) {
        setHeaderTitle(title);
        setWidth("32rem");
        words = new TextArea(label);
        words.setWidthFull();
        words.setMinRows(3);
        words.setMaxLength(most);
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.addValueChangeListener(_ -> showReady());
        confirm =
                new Button(
                        verb,
                        _ -> {
                            confirmed.accept(words.getValue().strip());
                            close();
                        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(words);
        getFooter().add(new Button("Cancel", _ -> close()), confirm);
        words.focus();
        showReady();
    }

    /// Says first what will happen.
    public WordsDialog saying(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("wrap");
        addComponentAsFirst(paragraph);
        return this;
    }

    /// Goes on without words as well.
    public WordsDialog optional() {
        needed = false;
        showReady();
        return this;
    }

    private void showReady() {
        confirm.setEnabled(!needed || !words.getValue().isBlank());
    }
}
