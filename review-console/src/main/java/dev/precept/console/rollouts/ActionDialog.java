package dev.precept.console.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/// Says what is about to happen and asks why.
class ActionDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    final TextArea reason = new TextArea("Why");
    final Button confirm;

    /// @param least characters without which it cannot be confirmed
    ActionDialog(String title, String text, String button, int least, Consumer<String> confirmed) {
        setHeaderTitle(title);
        setWidth("32rem");
        var words = new Paragraph(text);
        words.addClassName("wrap");
        reason.setWidthFull();
        reason.setMaxLength(2_000);
        reason.setRequired(least > 0);
        reason.setHelperText(
                least > 0
                        ? "At least %d characters; kept for ever, with your name".formatted(least)
                        : "Kept in the history, together with your name");
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        add(words, reason);
        confirm =
                new Button(
                        button,
                        _ -> {
                            close();
                            confirmed.accept(reason.getValue().strip());
                        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setEnabled(least == 0);
        reason.addValueChangeListener(
                change -> confirm.setEnabled(change.getValue().strip().length() >= least));
        getFooter().add(new Button("Cancel", _ -> close()), confirm);
        reason.focus();
    }

    ActionDialog grave() {
        confirm.addThemeVariants(ButtonVariant.ERROR);
        return this;
    }
}
