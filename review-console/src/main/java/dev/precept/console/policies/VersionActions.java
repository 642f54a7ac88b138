package dev.precept.console.policies;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import dev.precept.console.measure.ClosedGates;
import dev.precept.console.prose.ProseRooms;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.request.ChangeRequest.You;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What this person may do with a version as it stands; the rules of its policy say what that is.
class VersionActions extends Div {

    private static final long serialVersionUID = 1L;

    private final transient PolicyApi policies;
    private final PolicyVersionSummary version;
    private final String text;
    private final transient Consumer<PolicyVersion> changed;
    private transient Supplier<Optional<Integer>> beforeSubmit;
    private transient @Nullable ProseRooms prose;

    VersionActions(
            PolicyApi policies,
            PolicyVersion shown,
            Rights rights,
            You you,
            Consumer<PolicyVersion> changed) {
        this.policies = policies;
        this.version = shown.summary();
        this.text = shown.text();
        this.beforeSubmit = () -> Optional.of(version.revision());
        this.changed = changed;
        addClassName("page-actions");
        var request =
                new Anchor(
                        "policies/%s/versions/%d/request"
                                .formatted(version.slug(), version.number()),
                        "Request and comments");
        request.setRouterIgnore(false);
        add(request);
        var author = rights.hold(RoleName.POLICY_AUTHOR);
        switch (version.status()) {
            case DRAFT -> {
                if (author) {
                    add(primary("Submit for approval", this::submit));
                }
            }
            case IN_REVIEW -> addDecision(you);
            case CLOSED -> {}
            case APPROVED, RETIRED -> {
                if (author) {
                    add(new Button("New draft from this", click -> draft()));
                }
                if (you.noActivate() == null && !version.aliases().contains(Policy.LIVE)) {
                    var live = policies.get(version.slug()).aliases().get(Policy.LIVE);
                    add(primary("Make live", () -> activate(live)));
                }
            }
        }
    }

    /// @param save keeps what was typed and gives its revision; without one nothing is submitted
    void submitAfter(Supplier<Optional<Integer>> save) {
        beforeSubmit = save;
    }

    /// Where rules that people still rely on are asked about.
    void settleBy(ProseRooms rooms) {
        prose = rooms;
    }

    private void addDecision(You you) {
        var decisions = new Decisions(policies, version, this::done);
        if (you.noDecline() == null) {
            add(new Button("Send back", click -> decisions.decline()));
        }
        if (you.noApprove() == null) {
            add(primary("Approve", decisions::approve));
        }
    }

    private void submit() {
        beforeSubmit.get().ifPresent(this::submit);
    }

    private void submit(int revision) {
        try {
            submitted(policies.submit(version.slug(), version.number(), String.valueOf(revision)));
        } catch (PreceptException refused) {
            if (refused.code() != ErrorCode.RULES_CITED || prose == null) {
                throw refused;
            }
            prose.settle(policies.version(version.slug(), version.number()), this::submitted);
        }
    }

    private void submitted(PolicyVersion now) {
        done(now, "Submitted. The request tells who is asked.");
    }

    /// @param live where the alias pointed when the page was shown
    private void activate(@Nullable Integer live) {
        var target = new AliasTarget(version.number(), null, live);
        if (ClosedGates.allow(
                version.slug(),
                version.number(),
                () -> policies.pointAlias(version.slug(), Policy.LIVE, target))) {
            done(
                    policies.version(version.slug(), version.number()),
                    "Live: the next content is judged by it.");
        }
    }

    private void draft() {
        var made = policies.draft(version.slug(), new NewDraft(text, version.number())).summary();
        UI.getCurrent().navigate("policies/%s/versions/%d".formatted(made.slug(), made.number()));
    }

    private void done(PolicyVersion now, String message) {
        Notification.show(message, 4_000, Notification.Position.BOTTOM_START);
        changed.accept(now);
    }

    private static Button primary(String text, Runnable action) {
        var button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }
}
