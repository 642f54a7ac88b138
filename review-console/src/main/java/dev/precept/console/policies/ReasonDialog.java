package dev.precept.console.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/// Asks for a few words before something is done.
class ReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    ReasonDialog(
            String title,
            String explanation,
            String label,
            boolean needed,
            Consumer<String> confirmed) {
        setHeaderTitle(title);
        setWidth("32rem");
        var words = new TextArea(label);
        words.setWidthFull();
        words.setMinRows(3);
        words.setRequired(needed);
        words.setValueChangeMode(ValueChangeMode.EAGER);
        var text = new Paragraph(explanation);
        text.addClassName("wrap");
        add(text, words);
        var confirm =
                new Button(
                        title.split(" ", 2)[0],
                        click -> {
                            confirmed.accept(words.getValue().strip());
                            close();
                        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setEnabled(!needed);
        words.addValueChangeListener(
                change -> confirm.setEnabled(!needed || !change.getValue().isBlank()));
        getFooter().add(new Button("Cancel", click -> close()), confirm);
        words.focus();
    }
}
