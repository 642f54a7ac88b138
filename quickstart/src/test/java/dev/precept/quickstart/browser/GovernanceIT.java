package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.precept.quickstart.browser.Hands.button;
import static dev.precept.quickstart.browser.Hands.settle;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The life of a policy in the console: golden cases come in by file, a draft is measured, held
/// back, compared, approved, made live and taken back.
class GovernanceIT {

    private static final List<String> LOUD =
            List.of(
                    "Party at mine tonight, speakers on full until three.",
                    "Turn the bass up, it is only midnight.",
                    "Drums on the roof at two in the morning, come along!",
                    "We play loud music all night long.",
                    "Let us wake the street with trumpets at four.");

    private static final List<String> QUIET =
            List.of(
                    "We rehearse on Saturday at noon, windows closed.",
                    "I listen with headphones after ten.",
                    "The library opens at nine on weekdays.",
                    "Could you turn it down after ten, please?",
                    "Bring cake to the garden tomorrow afternoon.");

    private static RunningQuickstart quickstart;
    private static Browsers browsers;
    private static QuietHours policy;

    @BeforeAll
    static void start() {
        quickstart = RunningQuickstart.shared();
        browsers = new Browsers();
        policy = new QuietHours(quickstart, "Quiet terraces");
    }

    @AfterAll
    static void stop() {
        browsers.close();
    }

    @Test
    void aDraftIsMeasuredHeldBackComparedApprovedMadeLiveAndTakenBack() {
        var ava = browsers.signedIn(quickstart, "ava");
        var ben = browsers.signedIn(quickstart, "ben");
        policy.writeAndSubmit(ava);
        policy.approveAndMakeLive(ben);
        importGoldenCases(ava);
        run(ava, 1);

        draftTwo(ava);
        run(ava, 2);
        shoot(ava, "governance-run");
        fitsANarrowWindow(ava, "governance-run-narrow");
        readCases(ava);
        compare(ava);
        shoot(ava, "governance-compare");
        fitsANarrowWindow(ava, "governance-compare-narrow");

        setGate(ben, "Past items that change at most", "2");
        standing(ben, 2, "The gate of this policy keeps version 2 from live.");
        shoot(ben, "governance-gates-closed");
        approve(ava, ben);
        makeLive(ben);
        assertThat(ben.getByText("Version 2 was not made live")).isVisible();
        shoot(ben, "governance-held-back");

        changeToARecallThatItHas(ben);
        standing(ben, 2, "Version 2 passes the gate: it may go live.");
        shoot(ben, "governance-gates-open");
        makeLive(ben);
        assertThat(ben.getByText("Live: the next content")).isVisible();

        ben.navigate(policy.page("/aliases"));
        button(ben, "Roll back to version 1").click();
        assertThat(ben.getByText("live is back at version 1.")).isVisible();
        shoot(ben, "governance-rolled-back");
    }

    /// By a file whose words for outcomes have to be told first.
    private static void importGoldenCases(Page author) {
        var rows = new StringBuilder("text,outcome,label,rule\n");
        LOUD.forEach(text -> rows.append("\"%s\",loud,noise,QH1%n".formatted(text)));
        QUIET.forEach(text -> rows.append("\"%s\",quiet,,QH-A1%n".formatted(text)));
        author.navigate(policy.page("/golden-set"));
        button(author, "Import a file").click();
        author.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "evenings.csv",
                                "text/csv",
                                rows.toString().getBytes(StandardCharsets.UTF_8)));
        author.waitForURL(Pattern.compile(".*/golden-set/import/[0-9a-f-]{36}"));
        assertThat(author.getByText("10 rows are wrong")).isVisible();
        shoot(author, "governance-import-wrong");
        fitsANarrowWindow(author, "governance-import-narrow");
        author.getByLabel("Another word for an outcome").fill("loud");
        button(author, "Add word").click();
        author.getByLabel("Another word for an outcome").fill("quiet");
        author.getByLabel("Means").click();
        author.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Safe")).click();
        button(author, "Read it this way").click();
        assertThat(author.getByText("10 cases would be added.")).isVisible();
        shoot(author, "governance-import-ready");
        button(author, "Import 10 cases").click();
        assertThat(author.getByText("10 cases added.")).isVisible();
        author.getByText("To the golden set").click();
        assertThat(author.locator(".sensitive-line")).hasCount(10);
        shoot(author, "governance-golden-set");
        var exported = author.waitForDownload(() -> author.getByText("Export as CSV").click());
        Assertions.assertThat(exported.suggestedFilename()).endsWith("-golden.csv");
        Assertions.assertThat(exported.path()).content().contains(LOUD).contains(QUIET);
    }

    /// Starts a run in the console and waits there until it is over.
    private static void run(Page author, int version) {
        author.navigate(policy.page("/evaluations?run=" + version));
        button(author.getByRole(AriaRole.DIALOG), "Start").click();
        author.waitForURL(Pattern.compile(".*/evaluations/[0-9a-f-]{36}"));
        assertThat(author.getByText("10 of 10 judged")).isVisible();
        assertThat(author.getByText("Complete")).isVisible();
        assertThat(author.getByText("Recall").first()).isVisible();
    }

    private static void draftTwo(Page author) {
        author.navigate(policy.page("/versions"));
        button(author, "New draft").click();
        author.waitForURL(Pattern.compile(".*/versions/2"));
        var text = author.getByLabel("Policy document");
        text.fill(
                text.inputValue()
                        .replace("- **SAFE QH-A1** \"We reh", "- **VIOLATES QH1** \"We reh"));
        assertThat(author.getByText("Not saved yet")).isVisible();
        button(author, "Save").click();
        assertThat(author.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    /// From a cell of the matrix to its cases, and to the rationale of one.
    private static void readCases(Page author) {
        author.locator(".matrix a").first().focus();
        author.keyboard().press("Enter");
        assertThat(author.locator("h1")).hasText("Cases");
        assertThat(author.getByText(Pattern.compile("[0-9]+ in all"))).isVisible();
        assertThat(author.getByText("Show all")).isVisible();
        shoot(author, "governance-cases");
        fitsANarrowWindow(author, "governance-cases-narrow");
        author.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shoot(author, "governance-cases-dark");
        button(author, Pattern.compile("^Open case")).first().click();
        var dialog = author.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByText("Language:")).isVisible();
        assertThat(dialog.locator(".bubble-text")).hasText(Pattern.compile("^[n ]+$"));
        shoot(author, "governance-case-dark");
        author.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        shoot(author, "governance-case");
        button(dialog, "Close").click();
    }

    private static void compare(Page author) {
        author.navigate(policy.page("/evaluations"));
        author.getByRole(AriaRole.CHECKBOX).nth(0).check();
        author.getByRole(AriaRole.CHECKBOX).nth(1).check();
        button(author, "Compare 2 of 2").click();
        assertThat(author.locator("h1")).hasText("Version 2 against version 1");
        assertThat(author.getByText("Cases in both runs")).isVisible();
        button(author, Pattern.compile("^Open case")).first().click();
        var dialog = author.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByText("Version 1 said")).isVisible();
        assertThat(dialog.getByText("Version 2 says")).isVisible();
        assertThat(dialog.locator(".bubble-text")).hasText(Pattern.compile("^[n ]+$"));
        shoot(author, "governance-flip");
        button(dialog, "Close").click();
    }

    private static void setGate(Page approver, String gate, String limit) {
        approver.navigate(policy.page("/gates"));
        button(approver, "Set gates").click();
        var dialog = approver.getByRole(AriaRole.DIALOG);
        dialog.getByLabel(gate).first().check();
        dialog.getByLabel(gate.replace(" at most", ", at most")).fill(limit);
        settle(approver);
        button(dialog, "Save gates").click();
        assertThat(button(approver, "Change gates")).isVisible();
    }

    private static void changeToARecallThatItHas(Page approver) {
        approver.navigate(policy.page("/gates"));
        button(approver, "Change gates").click();
        var dialog = approver.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Past items that change at most").uncheck();
        dialog.getByLabel("Recall at least").check();
        dialog.getByLabel("Recall, at least").fill("50");
        settle(approver);
        button(dialog, "Save gates").click();
        assertThat(approver.getByText("at least 50.0 %").first()).isVisible();
        assertThat(dialog).isHidden();
    }

    private static void standing(Page person, int version, String words) {
        person.navigate(policy.page("/gates?version=" + version));
        assertThat(person.locator(".standing")).hasText(words);
    }

    private static void approve(Page author, Page approver) {
        author.navigate(policy.page("/versions/2"));
        button(author, "Submit for approval").click();
        assertThat(author.getByText("another person must approve it").first()).isVisible();
        approver.navigate(policy.page("/versions/2"));
        button(approver, "Approve").click();
        var dialog = approver.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Comment").fill("Read to the end.");
        button(dialog, "Approve").click();
        assertThat(button(approver, "Make live")).isVisible();
    }

    private static void makeLive(Page activator) {
        activator.navigate(policy.page("/versions/2"));
        button(activator, "Make live").click();
    }

    private static void fitsANarrowWindow(Page page, String picture) {
        page.setViewportSize(400, 860);
        Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(400);
        shoot(page, picture);
        page.setViewportSize(1280, 900);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}
