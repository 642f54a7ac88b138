package dev.precept.console.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.precept.contracts.policy.Alias;

/// Asks why before an alias goes back.
class RollbackDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    RollbackDialog(Rollback rollback, Alias alias, int previous) {
        setHeaderTitle("Roll back " + alias.name() + "?");
        setWidth("32rem");
        var text =
                new Paragraph(
                        "From version %d back to version %d. What waits and what comes next is judged by version %d; what a worker has in hand finishes under version %d."
                                .formatted(alias.number(), previous, previous, alias.number()));
        text.addClassName("wrap");
        var reason = new TextArea("Why");
        reason.setWidthFull();
        reason.setHelperText("Kept in the history, together with your name");
        reason.setMaxLength(2_000);
        add(text, reason);
        var confirm =
                new Button(
                        "Roll back to version " + previous,
                        _ -> {
                            close();
                            rollback.of(alias, reason.getValue().strip());
                        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button("Cancel", _ -> close()), confirm);
        reason.focus();
    }
}
