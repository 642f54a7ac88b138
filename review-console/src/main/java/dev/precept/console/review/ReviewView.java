package dev.precept.console.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.ui.PageHead;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.CaseDetail;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.ReviewCase;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// The screen on which people review all day: claim, look, decide, next. A claim that was not given
/// back is resumed when the person returns.
@Route("review/:caseId?")
@PageTitle("Review")
@Menu(title = "Review", order = 20, icon = "vaadin:gavel")
@RolesAllowed({RoleName.REVIEWER, RoleName.REVIEW_LEAD})
@StyleSheet("context://precept/review.css")
class ReviewView extends Div implements BeforeEnterObserver {

    private final transient CaseApi cases;
    private final transient PolicyApi policies;
    private final ClaimClock claim;
    private final DecisionForm form = new DecisionForm(this::submit);
    private final Notice notice = new Notice();
    private final WaitingPane waiting;
    private final Div place = new Div();
    private final Button release = new Button("Release (r)", _ -> release());
    private final ShortcutsDialog shortcuts = new ShortcutsDialog();
    private transient @Nullable ReviewCase current;
    private @Nullable CasePanel panel;

    ReviewView(CaseApi cases, PolicyApi policies, MeApi me, Clock clock) {
        this.cases = cases;
        this.policies = policies;
        claim = new ClaimClock(clock, this::renew, this::expired);
        waiting = new WaitingPane(me, policies, this::next);
        addClassName("review-view");
        place.addClassName("case-place");
        release.addThemeVariants(ButtonVariant.TERTIARY);
        var help = new Button(VaadinIcon.KEYBOARD_O.create(), _ -> shortcuts.open());
        help.addThemeVariants(ButtonVariant.TERTIARY);
        help.setAriaLabel("Keyboard shortcuts");
        var actions = new Div(claim, release, help);
        actions.addClassName("review-actions");
        add(
                new PageHead("Review", "", actions),
                notice,
                place,
                form,
                waiting,
                shortcuts,
                new ReviewKeys(this::pressed));
        showWaiting();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("caseId");
        if (wanted.isPresent()) {
            claimThis(wanted.get());
        } else if (waiting.holdsOne()) {
            next();
        }
    }

    void pressed(String key) {
        switch (key) {
            case ReviewKeys.SUBMIT -> submit();
            case "?" -> shortcuts.open();
            case "n" -> {
                if (current == null) {
                    next();
                }
            }
            default -> pressedOnCase(key);
        }
    }

    private void pressedOnCase(String key) {
        var shown = panel;
        if (shown == null) {
            return;
        }
        switch (key) {
            case "u" -> form.choose(DecisionKind.UPHOLD);
            case "o" -> form.choose(DecisionKind.OVERTURN);
            case "e" -> form.choose(DecisionKind.ESCALATE);
            case "b" -> shown.toggleContent();
            case "r" -> release();
            default -> {}
        }
    }

    private void claimThis(String id) {
        attempt(() -> show(cases.claim(CaseId.of(id))));
    }

    private void next() {
        notice.clear();
        var answer = cases.claimNext(waiting.policy());
        var detail = answer.getBody();
        if (detail == null) {
            showWaiting();
        } else {
            show(detail);
        }
    }

    private void show(CaseDetail detail) {
        var reviewCase = detail.reviewCase();
        var bundle = policies.bundle(reviewCase.verdict().policyVersion().sha256());
        current = reviewCase;
        panel = new CasePanel(reviewCase, detail.content(), bundle, " (b)");
        place.removeAll();
        place.add(panel);
        form.open(reviewCase.verdict(), bundle);
        notice.clear();
        startClock(reviewCase);
        showing(true);
    }

    private void showWaiting() {
        current = null;
        panel = null;
        place.removeAll();
        claim.stop();
        waiting.refresh();
        showing(false);
    }

    private void showing(boolean open) {
        place.setVisible(open);
        form.setVisible(open);
        release.setVisible(open);
        waiting.setVisible(!open);
    }

    private void startClock(ReviewCase reviewCase) {
        var until = reviewCase.claimExpiresAt();
        if (until != null) {
            claim.start(until);
        }
    }

    private void submit() {
        var reviewCase = current;
        if (reviewCase == null) {
            return;
        }
        var draft = form.draft();
        var missing = draft.missing();
        if (missing.isPresent()) {
            form.complain(missing.get());
            return;
        }
        attempt(() -> {
            cases.decide(reviewCase.id(), draft.toDecision(reviewCase.revision()));
            current = null;
            Notification.show(
                    "Decided. Here is the next one.", 2_000, Notification.Position.TOP_END);
            next();
        });
    }

    private void renew() {
        var reviewCase = current;
        if (reviewCase != null) {
            attempt(() -> startClock(keep(cases.renew(reviewCase.id()))));
        }
    }

    private ReviewCase keep(ReviewCase renewed) {
        current = renewed;
        return renewed;
    }

    private void release() {
        var reviewCase = current;
        if (reviewCase != null) {
            attempt(() -> {
                cases.release(reviewCase.id());
                showWaiting();
            });
        }
    }

    private void expired() {
        if (current != null) {
            notice.say(
                    "Your claim on this case has run out. What you wrote is still here: claim the"
                            + " case again to go on.",
                    claimAgain(),
                    nextCase());
        }
    }

    private void attempt(Runnable call) {
        try {
            call.run();
        } catch (PreceptException refused) {
            explain(refused);
        }
    }

    private void explain(PreceptException refused) {
        switch (refused.code()) {
            case STALE_WRITE ->
                    notice.say(
                            "Someone changed this case meanwhile. What you wrote is still here: load the"
                                    + " case as it is now, then decide.",
                            claimAgain());
            case CLAIM_EXPIRED -> expired();
            case CASE_TAKEN ->
                    notice.say(
                            "Another person holds this case now. Copy your reason if you need it, then"
                                    + " take the next case.",
                            nextCase());
            default -> notice.say(String.valueOf(refused.getMessage()), nextCase());
        }
    }

    private Button claimAgain() {
        return new Button("Claim it again", _ -> attempt(this::reclaim));
    }

    private Button nextCase() {
        return new Button("Next case", _ -> next());
    }

    private void reclaim() {
        var reviewCase = current;
        if (reviewCase != null) {
            var again = cases.claim(reviewCase.id()).reviewCase();
            current = again;
            notice.clear();
            startClock(again);
        }
    }
}
