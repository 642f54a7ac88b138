package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.request.ChangeRequest;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Invitation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What can be done with a request. What cannot be done now says why.
class RequestActions extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Runnable changed;

    RequestActions(
            PolicyApi policies,
            ChangeRequestApi requests,
            PolicyVersionSummary version,
            ChangeRequest request,
            Runnable changed) {
        this.changed = changed;
        addClassName("page-actions");
        var slug = version.slug();
        int number = version.number();
        var you = request.you();
        if (request.status() == PolicyVersionStatus.DRAFT) {
            add(
                    new Button(
                            "Invite",
                            _ ->
                                    new WordsDialog(
                                                    "Invite to this draft",
                                                    "User name",
                                                    name ->
                                                            done(
                                                                    () ->
                                                                            requests.invite(
                                                                                    slug,
                                                                                    number,
                                                                                    new Invitation(
                                                                                            name)),
                                                                    name
                                                                            + " may read and write it."))
                                            .open()));
        }
        if (request.status() != PolicyVersionStatus.IN_REVIEW) {
            return;
        }
        add(
                button(
                        "Take back",
                        you.noWithdraw(),
                        () -> done(() -> requests.withdraw(slug, number), "It is a draft again.")),
                button(
                        "Send back",
                        you.noDecline(),
                        () ->
                                new WordsDialog(
                                                "Send it back",
                                                "What is missing",
                                                reason ->
                                                        done(
                                                                () ->
                                                                        policies.decline(
                                                                                slug,
                                                                                number,
                                                                                new Decline(
                                                                                        reason)),
                                                                "The author knows why."))
                                        .open()));
        if (you.noConclude() == null) {
            add(
                    primary(
                            "Conclude",
                            null,
                            () -> done(() -> requests.conclude(slug, number), "Approved.")));
            return;
        }
        add(
                primary(
                        "Approve",
                        you.noApprove(),
                        () ->
                                done(
                                        () ->
                                                policies.approve(
                                                        slug,
                                                        number,
                                                        new Approval(
                                                                Objects.requireNonNull(
                                                                        request.sha256()),
                                                                "")),
                                        "Your approval is kept.")));
    }

    private void done(Runnable action, String message) {
        action.run();
        Notification.show(message, 4_000, Notification.Position.BOTTOM_START);
        changed.run();
    }

    private static Button primary(String text, @Nullable String why, Runnable action) {
        var button = button(text, why, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private static Button button(String text, @Nullable String why, Runnable action) {
        var button = new Button(text, _ -> action.run());
        if (why != null) {
            button.setEnabled(false);
            button.setTooltipText(why);
        }
        return button;
    }
}
