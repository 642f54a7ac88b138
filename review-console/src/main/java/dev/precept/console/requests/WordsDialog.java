package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/// Asks for words that are needed.
class WordsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    WordsDialog(String title, String label, Consumer<String> confirmed) {
        setHeaderTitle(title);
        setWidth("32rem");
        var words = new TextArea(label);
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.EAGER);
        add(words);
        var confirm =
                new Button(
                        "Confirm",
                        _ -> {
                            confirmed.accept(words.getValue().strip());
                            close();
                        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setEnabled(false);
        words.addValueChangeListener(change -> confirm.setEnabled(!change.getValue().isBlank()));
        getFooter().add(new Button("Cancel", _ -> close()), confirm);
        words.focus();
    }
}
