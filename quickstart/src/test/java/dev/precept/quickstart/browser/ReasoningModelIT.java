package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.inference.export.Exporter;
import dev.precept.inference.export.Precision;
import dev.precept.inference.export.Progress;
import dev.precept.quickstart.testing.GardenForum;
import dev.precept.quickstart.testing.RunningQuickstart;
import dev.precept.quickstart.testing.Submissions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole product on a model folder: what the model wrote is read in the console.
class ReasoningModelIT {

    private static final Path CHECKPOINT = Path.of("../inference/tiny-safeguard/model");
    private static final String CONTENT = "she left a violin in the station";
    private static final String ANALYSIS = "The content says «";

    private static final LocatorAssertions.IsVisibleOptions WRITTEN =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @TempDir private static Path model;
    private static RunningQuickstart quickstart;
    private static Browsers browsers;

    @BeforeAll
    static void start() throws Exception {
        Exporter.export(
                CHECKPOINT,
                new Exporter.Order("tiny-safeguard", Precision.F32, model),
                Progress.NONE);
        quickstart = RunningQuickstart.start("--model", model.toString());
        new GardenForum(quickstart).makeLive();
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() {
        browsers.close();
        quickstart.stop();
    }

    @Test
    void contentSentByTheApiIsReviewedWithTheModelsAnalysisBesideIt() throws Exception {
        try (var submissions = new Submissions(quickstart)) {
            var verdict =
                    submissions.message(GardenForum.SLUG + "@live", CONTENT).at("/verdicts/0");
            assertThat(verdict.path("outcome").asString()).isEqualTo("VIOLATES");
            assertThat(verdict.at("/model/name").asString()).isEqualTo("tiny-safeguard");
            assertThat(verdict.at("/account/reasoning").isMissingNode())
                    .as("who submits never gets the reasoning")
                    .isTrue();
        }
        var rita = browsers.signedIn(quickstart, "rita");
        rita.navigate(quickstart.console() + "/review");
        rita.getByRole(AriaRole.BUTTON, named("Claim next")).click();

        assertThat(rita.getByText("What the model wrote before it answered")).isVisible();
        assertThat(rita.getByText(ANALYSIS)).hasCount(0);
        rita.keyboard().press("b");
        assertThat(rita.getByText(CONTENT).first()).isVisible();
        assertThat(rita.locator(".account").getByText("tokens/s")).isVisible();
        assertThat(rita.locator(".cited").first()).containsText("SP2");
        draw(rita, "reasoning-review");
    }

    @Test
    void whatTheModelThinksIsReadInTryIt() {
        var ava = browsers.signedIn(quickstart, "ava");
        ava.navigate(quickstart.console() + "/try-it");
        var policy = ava.getByRole(AriaRole.COMBOBOX).first();
        policy.fill("garden");
        ava.getByRole(AriaRole.OPTION).first().click();
        ava.getByRole(AriaRole.TEXTBOX).last().fill(CONTENT);
        ava.getByRole(AriaRole.BUTTON, named("Classify")).click();

        assertThat(ava.getByText(ANALYSIS)).isVisible();
        assertThat(ava.getByText("The rationale is the model's own")).isVisible();
        assertThat(ava.locator(".cited").first()).containsText("SP2");
        draw(ava, "reasoning");
    }

    @Test
    void theModelProposesAWordingForWhatPeopleCorrected() throws Exception {
        overturned("he left a violin in the harbour");
        var ava = browsers.signedIn(quickstart, "ava");
        ava.navigate(quickstart.console() + "/policies/" + GardenForum.SLUG + "/corrections");
        var read = ava.getByRole(AriaRole.BUTTON, named("Read the case"));
        for (int look = 0; look < 60 && read.count() == 0; look++) {
            ava.waitForTimeout(1_000);
            ava.reload();
        }
        read.click();
        ava.getByLabel("Case 1").check();
        Hands.tabTo(ava, "Ask a model for a wording");
        ava.keyboard().press("Enter");
        assertThat(ava.getByText("tiny-safeguard wrote this.")).isVisible(WRITTEN);
        assertThat(ava.getByText(CONTENT)).hasCount(0);
        Hands.shoot(ava, "wording");

        Hands.tabTo(ava, "Open a draft with it");
        ava.keyboard().press("Enter");
        ava.waitForURL(Pattern.compile(".*/versions/2"));
        assertThat(ava.getByText("tiny-safeguard proposed")).isVisible();
        assertThat(ava.getByRole(AriaRole.BUTTON, named("Submit"))).isVisible();
        Hands.shoot(ava, "wording-draft");
    }

    /// Sent by the API, overturned by rita.
    private static void overturned(String content) throws Exception {
        try (var submissions = new Submissions(quickstart)) {
            var _ = submissions.message(GardenForum.SLUG + "@live", content);
        }
        var reviewer = quickstart.clients("reviewer").createClient(CaseApi.class);
        var next =
                Objects.requireNonNull(reviewer.claimNext(GardenForum.SLUG).getBody()).reviewCase();
        var _ =
                reviewer.decide(
                        next.id(),
                        new NewDecision(
                                next.revision(),
                                DecisionKind.OVERTURN,
                                Outcome.SAFE,
                                null,
                                List.of(),
                                "Words of a trade.",
                                false));
    }

    private static void draw(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screenshots/" + name + ".png")));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
