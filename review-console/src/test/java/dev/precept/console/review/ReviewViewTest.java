package dev.precept.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import dev.precept.console.content.SensitiveText;
import dev.precept.console.testing.FakeCaseApi;
import dev.precept.console.testing.FakeMeApi;
import dev.precept.console.testing.ReadOnlyPolicies;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.verdict.Outcome;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class ReviewViewTest extends BrowserlessTest {

    private final Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    private final FakeCaseApi cases = new FakeCaseApi(clock);

    @Test
    void nothingIsClaimedUntilThePersonAsks() {
        addCase();
        open();
        assertThat(cases.in(CaseState.OPEN)).isEqualTo(1);
    }

    @Test
    void anUpholdTakesTwoKeysAndBringsTheNextCase() {
        addCase();
        addCase();
        var view = open();
        press(view, "n", "u", ReviewKeys.SUBMIT);
        assertThat(cases.decisions())
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.kind()).isEqualTo(DecisionKind.UPHOLD);
                    assertThat(decision.outcome()).isNull();
                });
        assertThat(cases.in(CaseState.CLAIMED)).isEqualTo(1);
    }

    @Test
    void anOverturnWithoutAReasonIsNotSent() {
        addCase();
        var view = open();
        press(view, "n", "o", ReviewKeys.SUBMIT);
        assertThat(cases.decisions()).isEmpty();
        assertThat(textOf(view)).contains("Say in a sentence why the verdict is wrong");
    }

    @Test
    void anOverturnCarriesTheOppositeOutcomeAndTheReason() {
        addCase();
        var view = open();
        press(view, "n", "o");
        reason().setValue("A friend recommends a shop");
        press(view, ReviewKeys.SUBMIT);
        assertThat(cases.decisions())
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.outcome()).isEqualTo(Outcome.SAFE);
                    assertThat(decision.reason()).isEqualTo("A friend recommends a shop");
                });
    }

    @Test
    void anUndeterminedVerdictLeadsToNeitherOutcome() {
        cases.add(Samples.openCase(Outcome.UNDETERMINED), Samples.content());
        var view = open();
        press(view, "n", "o");
        reason().setValue("A friend recommends a shop");
        press(view, ReviewKeys.SUBMIT);
        assertThat(cases.decisions()).isEmpty();
        assertThat(textOf(view)).contains("Choose the right outcome");
    }

    @Test
    void aStaleWriteKeepsTheReasonAndOffersToLoadTheCaseAgain() {
        addCase();
        var view = open();
        press(view, "n", "e");
        reason().setValue("Needs a second look");
        cases.failNextWith(ErrorCode.STALE_WRITE);
        press(view, ReviewKeys.SUBMIT);
        assertThat(textOf(view)).contains("Someone changed this case meanwhile");
        assertThat(reason().getValue()).isEqualTo("Needs a second look");
        test($(Button.class).withText("Claim it again").single()).click();
        press(view, ReviewKeys.SUBMIT);
        assertThat(cases.decisions()).hasSize(1);
    }

    @Test
    void anExpiredClaimKeepsTheReason() {
        addCase();
        var view = open();
        press(view, "n", "e");
        reason().setValue("Needs a second look");
        cases.failNextWith(ErrorCode.CLAIM_EXPIRED);
        press(view, ReviewKeys.SUBMIT);
        assertThat(textOf(view)).contains("has run out");
        assertThat(reason().getValue()).isEqualTo("Needs a second look");
    }

    @Test
    void aRenewedClaimDoesNotMakeTheDecisionStale() {
        addCase();
        var view = open();
        press(view, "n");
        $(ClaimClock.class).single().active();
        press(view, "u", ReviewKeys.SUBMIT);
        assertThat(cases.decisions()).hasSize(1);
    }

    @Test
    void releasingGivesTheCaseBack() {
        addCase();
        var view = open();
        press(view, "n", "r");
        assertThat(cases.in(CaseState.OPEN)).isEqualTo(1);
        assertThat(textOf(view)).contains("One case waits");
    }

    @Test
    void contentIsBlurredUntilTheKeyIsPressed() {
        addCase();
        var view = open();
        press(view, "n");
        assertThat($(SensitiveText.class).single().revealed()).isFalse();
        press(view, "b");
        assertThat($(SensitiveText.class).single().revealed()).isTrue();
    }

    @Test
    void markupInContentStaysText() {
        addCase();
        var view = open();
        press(view, "n", "b");
        assertThat(view.getElement().getOuterHTML()).contains("&lt;b&gt;voucher&lt;/b&gt;");
    }

    @Test
    void anEmptyQueueSaysSoKindly() {
        assertThat(textOf(open())).contains("Nothing waits for you");
    }

    private void addCase() {
        cases.add(Samples.openCase(), Samples.content());
    }

    private ReviewView open() {
        var view =
                new ReviewView(
                        cases, ReadOnlyPolicies.of(Samples.bundle()), new FakeMeApi(cases), clock);
        UI.getCurrent().add(view);
        return view;
    }

    private static void press(ReviewView view, String... keys) {
        List.of(keys).forEach(view::pressed);
    }

    private TextArea reason() {
        return $(TextArea.class).single();
    }

    private static String textOf(ReviewView view) {
        return view.getElement().getTextRecursively();
    }
}
