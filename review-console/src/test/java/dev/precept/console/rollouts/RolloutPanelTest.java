package dev.precept.console.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.testing.FakeActivationApi;
import dev.precept.console.testing.FakeAliasApi;
import dev.precept.console.testing.FakeBreakGlassApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.FakeRolloutApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.rollout.BreakGlass;
import dev.precept.contracts.rollout.BreakGlassReview;
import dev.precept.contracts.rollout.NewBreakGlass;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutAction;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class RolloutPanelTest extends BrowserlessTest {

    private final FakePolicyApi policies = new FakePolicyApi().live();
    private final FakeAliasApi aliases = new FakeAliasApi();
    private final FakeRolloutApi rollouts = new FakeRolloutApi();
    private final FakeActivationApi activations = new FakeActivationApi();
    private final FakeBreakGlassApi glasses = new FakeBreakGlassApi();
    private String person = "aldo";
    private int reloads;

    @Test
    void withoutAnAliasThePageSaysWhatComesFirst() {
        assertThat(textOf(open(RoleName.AUDITOR)))
                .contains("Nothing is live yet", "Nothing is scheduled", "No rollout yet");
    }

    @Test
    void aCanaryShowsItsShareItsFiguresAndItsCourse() {
        aliases.point(1, "");
        rollouts.running();
        assertThat(textOf(open(RoleName.AUDITOR)))
                .contains("v1 · 95 %", "v2 · 5 %", "Version 2 answers 5 % of the items")
                .contains("5.0 % of 60", "10.0 % of 60", "Running", "steps 1, 5, 25, 50 %")
                .contains("at most 10.0 %; limit 5.0 %");
        assertThat($(Button.class).withText("Promote").all()).isEmpty();
        assertThat($(Button.class).withText("Start a rollout").all()).isEmpty();
    }

    @Test
    void everyButtonSaysWhatWillBeAndAsksWhy() {
        aliases.point(1, "");
        rollouts.running();
        open(RoleName.POLICY_ACTIVATOR);
        press("Step to 25 %", "Fine for an hour.");
        assertThat(rollouts.now().share()).isEqualTo(25);
        open(RoleName.POLICY_ACTIVATOR);
        press("Halt", "Let us look.");
        assertThat(rollouts.now().state()).isEqualTo(State.HALTED);
        assertThat(textOf(open(RoleName.POLICY_ACTIVATOR))).contains("Halted by ben. Let us look.");
        press("Resume", "It was right.");
        open(RoleName.POLICY_ACTIVATOR);
        press("Promote", "Good.");
        assertThat(rollouts.now().state()).isEqualTo(State.PROMOTED);
        assertThat(reloads).isEqualTo(4);
    }

    @Test
    void aHaltByItselfIsLoudAndSaysItsFigures() {
        aliases.point(1, "");
        rollouts.halted();
        assertThat(textOf(open(RoleName.POLICY_ACTIVATOR)))
                .contains("Halted by itself. 9 of 60 disagree: 15.0 %")
                .contains("Version 1 answers everything.");
        assertThat($(Button.class).withText("Promote").all()).isEmpty();
        press("Abort", "It is worse.");
        assertThat(rollouts.now().state()).isEqualTo(State.ABORTED);
    }

    @Test
    void disagreementsLeadToBothRationalesWithTheContentBlurred() {
        aliases.point(1, "");
        rollouts.running();
        var panel = open(RoleName.AUDITOR);
        test($(Button.class).withText("Disagreements").single()).click();
        assertThat($(Button.class).withText("Open").all()).hasSize(3);
        var kind =
                $(Button.class).all().stream()
                        .filter(each -> each.getText().endsWith("· 1"))
                        .findFirst()
                        .orElseThrow();
        test(kind).click();
        test($(Button.class).withText("Open").single()).click();
        var dialog = $(Dialog.class).single();
        assertThat(textOf(dialog)).contains("Live: version", "Candidate: version");
        assertThat(textOf(panel)).contains("says something else");
    }

    @Test
    void whoMayNotReadContentsIsOfferedNoDisagreements() {
        aliases.point(1, "");
        rollouts.running();
        open(RoleName.POLICY_ACTIVATOR);
        assertThat($(Button.class).withText("Disagreements").all()).isEmpty();
    }

    @Test
    void aRolloutIsStartedWithItsStepsAndLimits() {
        aliases.point(1, "");
        open(RoleName.POLICY_ACTIVATOR);
        test($(Button.class).withText("Start a rollout").single()).click();
        version().setValue(1);
        var steps = $(TextField.class).withCaption("Steps in %").single();
        steps.setValue("2, many");
        test($(Button.class).withText("Start").single()).click();
        assertThat(steps.isInvalid()).isTrue();
        assertThat(rollouts.started()).isNull();
        steps.setValue("2, 20,100");
        test($(Button.class).withText("Start").single()).click();
        var wish = Objects.requireNonNull(rollouts.started());
        assertThat(wish.steps()).isEqualTo(List.of(2, 20, 100));
        assertThat(Objects.requireNonNull(wish.limits()).minimum()).isEqualTo(50);
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void aTimeIsMeantInItsZoneAndAPastOneIsSaidAtItsField() {
        aliases.point(1, "");
        open(RoleName.POLICY_ACTIVATOR);
        test($(Button.class).withText("Schedule").all().getFirst()).click();
        version().setValue(1);
        zone().setValue("Europe/Berlin");
        var at = $(DateTimePicker.class).single();
        at.setValue(LocalDateTime.of(2026, 2, 1, 9, 0));
        confirmSchedule();
        assertThat(textOf($(Dialog.class).single())).contains("2026-02-01T08:00:00Z is past.");
        at.setValue(LocalDateTime.of(2026, 7, 1, 9, 0));
        assertThat(textOf($(Dialog.class).single())).contains("2026-07-01T07:00:00Z (UTC)");
        confirmSchedule();
        assertThat(textOf(open(RoleName.POLICY_ACTIVATOR)))
                .contains(
                        "1 Jul 2026, 09:00 +02:00 in Europe/Berlin", "live → version 2", "To come");
        test($(Button.class).withText("Cancel").single()).click();
        assertThat(textOf(open(RoleName.AUDITOR))).contains("Cancelled by ben");
    }

    @Test
    void anActivationThatFailedSaysWhy() {
        activations.failed();
        assertThat(textOf(open(RoleName.AUDITOR)))
                .contains("Failed: Version 2 passes 0 of 1 gates.");
    }

    @Test
    void brokenGlassIsLoudUntilAnotherPersonReviewsIt() {
        aliases.point(1, "").point(2, "");
        glasses.broken();
        assertThat(textOf(told(RoleName.AUDITOR)))
                .contains("live went past closed gates to version 2.", "By ben: A wave of spam")
                .contains("RECALL", "Falls back to version 1");
        assertThat($(Button.class).withText("Accept").all()).isEmpty();
        person = "ben";
        assertThat(textOf(told(RoleName.POLICY_APPROVER))).contains("another approver reviews it");
        assertThat($(Button.class).withText("Accept").all()).isEmpty();
        person = "cleo";
        told(RoleName.POLICY_APPROVER);
        press("Accept", "Measured since.");
        assertThat(Objects.requireNonNull(glasses.glass()).end())
                .isEqualTo(BreakGlass.End.ACCEPTED);
        assertThat(textOf(told(RoleName.AUDITOR))).doesNotContain("went past closed gates");
    }

    @Test
    void brokenGlassStaysInTheListWithItsReview() {
        aliases.point(1, "");
        open(RoleName.AUDITOR);
        assertThat($(H2.class).withText("Past closed gates").exists()).isFalse();
        var glass =
                glasses.breakGlass(
                        "spam", "live", new NewBreakGlass(2, "A wave of spam tonight", 24));
        assertThat(textOf(open(RoleName.AUDITOR)))
                .contains("live: 1 → 2", "Open", "A wave of spam tonight", "A review is owed.");
        glasses.review("spam", glass.id(), new BreakGlassReview(false, "Too rash."));
        assertThat(textOf(open(RoleName.AUDITOR)))
                .contains("Past closed gates", "Rejected by cleo: Too rash.")
                .doesNotContain("A review is owed.");
    }

    @Test
    void breakingGlassNeedsAReason() {
        aliases.point(1, "");
        open(RoleName.POLICY_ACTIVATOR);
        test($(Button.class).withText("Break glass").single()).click();
        var confirm = $(Button.class).withText("Break glass").all().getLast();
        version().setValue(1);
        assertThat(confirm.isEnabled()).isFalse();
        $(TextArea.class).withCaption("Why").single().setValue("A wave of spam tonight");
        test(confirm).click();
        assertThat(Objects.requireNonNull(glasses.glass()).reason()).startsWith("A wave");
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void theListLeadsToEachRolloutAlsoAfterItsEnd() {
        aliases.point(1, "");
        rollouts.running().abort("spam", rollouts.now().id(), new RolloutAction("It is worse."));
        open(RoleName.AUDITOR);
        var link = $(Anchor.class).withText("version 1 → 2").single();
        assertThat(link.getHref()).isEqualTo("policies/spam/rollouts/" + rollouts.now().id());
    }

    private void confirmSchedule() {
        test($(Button.class).withText("Schedule").all().getLast()).click();
    }

    /// Presses a button, says why, and presses the button of the dialog.
    private void press(String name, String reason) {
        test($(Button.class).withText(name).single()).click();
        $(TextArea.class).withCaption("Why").single().setValue(reason);
        test($(Button.class).withText(name).all().getLast()).click();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Integer> version() {
        return $(ComboBox.class).withCaption("Version").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> zone() {
        return $(ComboBox.class).withCaption("Time zone").single();
    }

    private Component open(String role) {
        return shown(
                new RolloutPanel(
                        new Desk(rollouts, activations, glasses, aliases, role::equals), page()));
    }

    private Component told(String role) {
        return shown(new GlassNotice(glasses, role::equals, () -> person).of(page()));
    }

    private PolicyPage page() {
        return new PolicyPage(
                policies.get("spam"),
                () -> policies.versions("spam"),
                QueryParameters.empty(),
                () -> reloads++);
    }

    private static Component shown(Component component) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(component);
        return component;
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
