package dev.precept.console.policies;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import dev.precept.contracts.policy.Alias;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;

/// Takes an alias back to the version before, from the version that the person saw only: where
/// somebody was quicker, nothing happens and the page is shown as it is by now.
record Rollback(AliasApi aliases, Runnable moved) {

    /// @param reason kept in the history; empty if none is given
    void of(Alias alias, String reason) {
        try {
            var back =
                    aliases.rollback(
                            alias.slug(), alias.name(), new AliasRollback(alias.number(), reason));
            Notification.show(
                    "%s is back at version %d.".formatted(alias.name(), back.number()),
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
