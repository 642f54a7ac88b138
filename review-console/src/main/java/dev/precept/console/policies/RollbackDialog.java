package dev.precept.console.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import dev.precept.contracts.policy.Alias;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.Objects;

/// Asks before an alias goes back. It leaves only the version that the person saw: where somebody
/// was quicker, nothing happens and the page is shown as it is by now.
class RollbackDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient AliasApi aliases;
    private final transient Alias alias;
    private final int previous;
    private final transient Runnable moved;
    private final TextArea reason = new TextArea("Why");

    RollbackDialog(AliasApi aliases, Alias alias, Runnable moved) {
        this.aliases = aliases;
        this.alias = alias;
        this.previous = Objects.requireNonNull(alias.previous());
        this.moved = moved;
        setHeaderTitle("Roll back " + alias.name() + "?");
        setWidth("32rem");
        var text =
                new Paragraph(
                        "From version %d back to version %d. What waits and what comes next is judged by version %d; what a worker has in hand finishes under version %d."
                                .formatted(alias.number(), previous, previous, alias.number()));
        text.addClassName("wrap");
        reason.setWidthFull();
        reason.setHelperText("Kept in the history, together with your name");
        reason.setMaxLength(2_000);
        add(text, reason);
        var confirm = new Button("Roll back to version " + previous, click -> goBack());
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button("Cancel", click -> close()), confirm);
        confirm.focus();
    }

    private void goBack() {
        close();
        try {
            aliases.rollback(
                    alias.slug(),
                    alias.name(),
                    new AliasRollback(alias.number(), reason.getValue().strip()));
            Notification.show(
                    "%s is back at version %d.".formatted(alias.name(), previous),
                    4_000,
                    Notification.Position.BOTTOM_START);
        } catch (PreceptException refused) {
            if (refused.code() != ErrorCode.STALE_WRITE) {
                throw refused;
            }
            new ConfirmDialog(
                            "Somebody was quicker",
                            refused.getMessage() + " You changed nothing.",
                            "Look again",
                            _ -> {})
                    .open();
        }
        moved.run();
    }
}
