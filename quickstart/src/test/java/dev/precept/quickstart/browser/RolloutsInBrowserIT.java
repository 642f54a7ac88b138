package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.precept.quickstart.browser.Hands.button;
import static dev.precept.quickstart.browser.Hands.choose;
import static dev.precept.quickstart.browser.Hands.confirm;
import static dev.precept.quickstart.browser.Hands.dialog;
import static dev.precept.quickstart.browser.Hands.say;
import static dev.precept.quickstart.browser.Hands.shoot;
import static dev.precept.quickstart.browser.Hands.tabTo;
import static dev.precept.quickstart.browser.Inbox.card;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.precept.contracts.rollout.Activation;
import dev.precept.contracts.rollout.ActivationApi;
import dev.precept.contracts.rollout.NewActivation;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.RolloutApi;
import dev.precept.quickstart.testing.RunningQuickstart;
import dev.precept.quickstart.testing.Submissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Versions on their way to traffic, as the people see them who send them, watch them and are asked
/// about what went past the rules.
class RolloutsInBrowserIT {

    private static RunningQuickstart quickstart;
    private static Browsers browsers;
    private static Staff staff;
    private static Page ava;
    private static Page ben;

    @BeforeAll
    static void start() throws Exception {
        quickstart = RunningQuickstart.shared();
        browsers = new Browsers();
        staff = Staff.of(quickstart);
        ava = browsers.signedIn(quickstart, "ava");
        ben = browsers.signedIn(quickstart, "ben");
    }

    @AfterAll
    static void stop() {
        browsers.close();
    }

    @Test
    void aCanaryIsStartedSteppedHaltedResumedPromotedAndRolledBack() {
        var prepared = prepared("Quiet stairwells");
        ben.navigate(prepared.policy().page("/rollout"));
        startACanary(ben);
        assertThat(ben.getByText("Version 2 answers 5 % of the items")).isVisible();
        shoot(ben, "rollout-canary");

        say(ben, "Step to 100 %", "Why", "Nothing odd at 5 %.");
        assertThat(ben.getByText("v2 · 100 %")).isVisible();
        say(ben, "Halt", "Why", "Somebody called.");
        assertThat(ben.getByText("Halted by ben. Somebody called.")).isVisible();
        card(ben, prepared, 2, "rollout halted").click();
        assertThat(button(ben, "Promote")).hasCount(0);
        shoot(ben, "rollout-halted");
        say(ben, "Resume", "Why", "It was a mistake.");
        say(ben, "Promote", "Why", "Good for a day.");
        assertThat(ben.getByText("Version 2 answers everything.")).isVisible();

        ben.navigate(prepared.policy().page("/aliases"));
        button(ben, "Roll back with a reason").click();
        confirm(ben, "Roll back to version 1", "Why", "Too strict after all.");
        assertThat(ben.getByText("live is back at version 1.")).isVisible();
    }

    @Test
    void whereAShadowDisagreesIsReadBesideEachOtherByWhoMayReadContents() throws Exception {
        var prepared = prepared("Quiet lofts");
        var rollouts = staff.ben().createClient(RolloutApi.class);
        var shadow =
                rollouts.start(
                        prepared.slug(),
                        new NewRollout(
                                null, Rollout.Kind.SHADOW, 2, List.of(100), null, null, null));
        try (var submissions = new Submissions(quickstart)) {
            submissions.message(prepared.slug() + "@live", "We rehearse on Saturday at noon.");
            submissions.message(prepared.slug() + "@live", "Turn the bass up, it is midnight.");
        }
        RunningQuickstart.await(
                "both comparisons",
                () ->
                        rollouts.get(prepared.slug(), shadow.id()).figures().disagreement().of()
                                == 2);
        ben.navigate(prepared.policy().page("/rollout"));
        assertThat(ben.getByText("Authors, reviewers, leads and auditors read")).isVisible();
        assertThat(button(ben, "Disagreements")).hasCount(0);

        ava.navigate(prepared.policy().page("/rollout"));
        assertThat(button(ava, "Disagreements")).isVisible();
        tabTo(ava, "Disagreements");
        ava.keyboard().press("Enter");
        assertThat(button(ava, "All · 1")).isFocused();
        assertThat(button(ava, "Safe → Violates · 1")).isVisible();
        shoot(ava, "rollout-disagreements");
        button(ava, Pattern.compile("^Open item")).click();
        assertThat(dialog(ava).getByText("Live: version 1")).isVisible();
        assertThat(dialog(ava).getByText("Candidate: version 2")).isVisible();
        assertThat(dialog(ava).locator(".bubble-text")).hasText(Pattern.compile("^[n ]+$"));
        shoot(ava, "rollout-disagreement");
    }

    @Test
    void anActivationIsScheduledInATimeZoneAndCancelledAndOneThatFailedWaitsForItsPeople() {
        var prepared = prepared("Quiet landings");
        ben.navigate(prepared.policy().page("/rollout"));
        var next = LocalDate.now(ZoneOffset.UTC).plusMonths(2).withDayOfMonth(5);
        schedule(next.toString());
        assertThat(ben.getByText(Pattern.compile("^5 .* 08:00 \\+0[12]:00 in Europe/Berlin$")))
                .isVisible();
        button(ben, "Cancel the activation of version 2").click();
        assertThat(ben.getByText("Cancelled by ben")).isVisible();
        schedule("2026-01-05");
        assertThat(dialog(ben).getByRole(AriaRole.ALERT))
                .containsText("is past (2026-01-05T08:00 in Europe/Berlin)");
        shoot(ben, "schedule-past");

        prepared.closeAGate();
        var activations = staff.ben().createClient(ActivationApi.class);
        var soon = Instant.now().plusSeconds(2);
        activations.schedule(
                prepared.slug(), new NewActivation(null, 2, soon, "Europe/Berlin", "tonight"));
        RunningQuickstart.await(
                "the refusal",
                () ->
                        activations.list(prepared.slug(), null).items().getFirst().state()
                                == Activation.State.FAILED);
        card(ben, prepared, 2, "scheduled activation failed").click();
        assertThat(ben.getByText("Failed: Version 2 passes 0 of 1 gates.")).isVisible();
        shoot(ben, "schedule-failed");
    }

    @Test
    void brokenGlassIsToldEverybodyUntilAnotherApproverReviewsIt() {
        var prepared = prepared("Quiet cellars");
        prepared.closeAGate();
        ben.navigate(prepared.policy().page("/rollout"));
        button(ben, "Break glass").click();
        choose(ben, dialog(ben), "Version", "Version 2");
        dialog(ben).getByLabel("Hours until it falls back").fill("2");
        dialog(ben).getByLabel("Why").fill("Too few");
        assertThat(button(dialog(ben), "Break glass")).isDisabled();
        dialog(ben).getByLabel("Why").fill("A wave of noise; the rule must hold tonight.");
        shoot(ben, "glass-dialog");
        button(dialog(ben), "Break glass").click();
        assertThat(banner(ben)).containsText("live went past closed gates to version 2.");
        assertThat(banner(ben)).containsText("another approver reviews it");
        assertThat(button(ben, "Accept")).hasCount(0);

        var aldo = browsers.signedIn(quickstart, "aldo");
        aldo.navigate(prepared.policy().page("/golden-set"));
        assertThat(banner(aldo)).containsText("By ben: A wave of noise");
        assertThat(banner(aldo)).containsText("RECALL");
        shoot(aldo, "glass-banner");

        var cleo = browsers.signedIn(quickstart, "cleo");
        card(cleo, prepared, 2, "waits for a review").click();
        assertThat(button(cleo, "Reject")).isVisible();
        tabTo(cleo, "Reject");
        cleo.keyboard().press("Enter");
        assertThat(dialog(cleo).getByLabel("Why")).isFocused();
        cleo.keyboard().type("It can wait until it is measured.");
        tabTo(cleo, "Reject");
        cleo.keyboard().press("Enter");
        assertThat(cleo.getByText("Version 1 answers everything.")).isVisible();
        assertThat(banner(cleo)).isHidden();
    }

    /// A policy with two approved versions, the first of them live.
    private static Prepared prepared(String name) {
        var prepared = Prepared.live(new QuietHours(quickstart, name), staff);
        prepared.approved(
                prepared.policy()
                        .text()
                        .replace("- **SAFE QH-A1** \"We reh", "- **VIOLATES QH1** \"We reh"));
        return prepared;
    }

    /// A share that cannot be is refused in words, and what was typed stays.
    private static void startACanary(Page activator) {
        button(activator, "Start a rollout").click();
        choose(activator, dialog(activator), "Version", "Version 2");
        dialog(activator).getByLabel("Steps in %").fill("5, 101");
        button(dialog(activator), "Start").click();
        assertThat(dialog(activator).getByRole(AriaRole.ALERT))
                .containsText("A share of 101 %; give 1 to 100.");
        shoot(activator, "rollout-refused");
        dialog(activator).getByLabel("Steps in %").fill("5, 100");
        dialog(activator).getByLabel("Why").fill("Small first.");
        button(dialog(activator), "Start").click();
    }

    /// Version 2, for eight in the morning in Berlin.
    private static void schedule(String day) {
        button(ben, "Schedule an activation").click();
        var dialog = dialog(ben);
        choose(ben, dialog, "Version", "Version 2");
        dialog.getByLabel("Time zone").fill("Europe/Berlin");
        ben.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Europe/Berlin"))
                .click();
        dialog.getByLabel("When Day").fill(day);
        ben.keyboard().press("Tab");
        dialog.getByLabel("When Time").fill("08:00");
        ben.keyboard().press("Tab");
        assertThat(ben.getByText(Pattern.compile("^That is %sT0[67]:00:00Z".formatted(day))))
                .isVisible();
        button(dialog, "Schedule").click();
    }

    private static Locator banner(Page person) {
        return person.locator(".rollout-alarm");
    }
}
