package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import dev.precept.console.policies.Decisions;
import dev.precept.console.ui.WordsDialog;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.request.ChangeRequest;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Invitation;

/// What this person can do with a request as it stands.
class RequestActions extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MAX_NAME = 120;

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
        if (you.noWrite() == null) {
            addWriting(requests, request.status(), slug, number);
        }
        if (request.status() != PolicyVersionStatus.IN_REVIEW) {
            return;
        }
        if (you.noWithdraw() == null) {
            add(
                    new Button(
                            "Take back",
                            _ ->
                                    done(
                                            () -> requests.withdraw(slug, number),
                                            "It is a draft again.")));
        }
        var decisions = new Decisions(policies, version, (_, message) -> told(message));
        if (you.noDecline() == null) {
            add(new Button("Send back", _ -> decisions.decline()));
        }
        if (you.noConclude() == null) {
            add(
                    primary(
                            "Conclude",
                            () -> done(() -> requests.conclude(slug, number), "Approved.")));
        } else if (you.noApprove() == null) {
            add(primary("Approve", decisions::approve));
        }
    }

    private void addWriting(
            ChangeRequestApi requests, PolicyVersionStatus status, String slug, int number) {
        if (status == PolicyVersionStatus.CLOSED) {
            add(
                    primary(
                            "Reopen",
                            () ->
                                    done(
                                            () -> requests.reopen(slug, number),
                                            "It is a draft again.")));
        }
        if (status == PolicyVersionStatus.DRAFT) {
            add(
                    new Button(
                            "Close draft",
                            _ ->
                                    done(
                                            () -> requests.close(slug, number),
                                            "Closed. It can be reopened here.")),
                    new Button("Invite", _ -> invitation(requests, slug, number).open()));
        }
    }

    private WordsDialog invitation(ChangeRequestApi requests, String slug, int number) {
        return new WordsDialog(
                "Invite to this draft",
                "Invite",
                "User name",
                MAX_NAME,
                name ->
                        done(
                                () -> requests.invite(slug, number, new Invitation(name)),
                                name + " may read and write it."));
    }

    private void done(Runnable action, String message) {
        action.run();
        told(message);
    }

    private void told(String message) {
        Notification.show(message, 4_000, Notification.Position.BOTTOM_START);
        changed.run();
    }

    private static Button primary(String text, Runnable action) {
        var button = new Button(text, _ -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }
}
