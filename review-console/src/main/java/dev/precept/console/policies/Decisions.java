package dev.precept.console.policies;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import dev.precept.console.ui.WordsDialog;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.Objects;
import java.util.function.BiConsumer;

/// What an approver says of a version in review: both ways ask for words first.
public final class Decisions {

    private static final int MAX_OPINION = 2_000;

    private final PolicyApi policies;
    private final PolicyVersionSummary version;
    private final BiConsumer<PolicyVersion, String> done;

    /// @param done gets the version as it is then, and what happened in words
    public Decisions(
            PolicyApi policies,
            PolicyVersionSummary version,
            BiConsumer<PolicyVersion, String> done) {
        this.policies = policies;
        this.version = version;
        this.done = done;
    }

    public void approve() {
        var sha256 = Objects.requireNonNull(version.sha256());
        new WordsDialog(
                        "Approve version " + version.number(),
                        "Approve",
                        "Comment",
                        MAX_OPINION,
                        comment ->
                                done.accept(
                                        policies.approve(
                                                version.slug(),
                                                version.number(),
                                                new Approval(sha256, comment)),
                                        "Your approval is kept. The request tells what is still missing."))
                .saying(
                        "Your approval is bound to this text: SHA-256 %s. A comment is optional."
                                .formatted(sha256))
                .optional()
                .open();
    }

    public void decline() {
        new WordsDialog(
                        "Send version " + version.number() + " back",
                        "Send back",
                        "What is missing",
                        MAX_OPINION,
                        reason ->
                                declined(
                                        policies.decline(
                                                version.slug(),
                                                version.number(),
                                                String.valueOf(version.revision()),
                                                new Decline(reason))))
                .saying("The author can mend it and submit it again.")
                .open();
    }

    /// A version that went back is a private draft again: whoever declined it reads it no longer.
    private void declined(PolicyVersion now) {
        if (now.summary().status() == PolicyVersionStatus.DRAFT) {
            Notification.show(
                    "Version %d went back; its author reads why.".formatted(version.number()),
                    4_000,
                    Notification.Position.BOTTOM_START);
            UI.getCurrent().navigate("policies/%s/versions".formatted(version.slug()));
        } else {
            done.accept(now, "Your decline is kept; its author reads why.");
        }
    }
}
