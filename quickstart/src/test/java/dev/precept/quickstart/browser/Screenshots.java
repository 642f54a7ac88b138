package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.precept.quickstart.testing.RunningQuickstart;
import dev.precept.quickstart.testing.Submissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Draws the pictures in `docs/images`. Its name keeps it out of the ordinary tests: `./precept
/// screenshots` runs it.
class Screenshots {

    private static final Path FOLDER = Path.of("../docs/images");
    private static final int SUBMITTED = 30;
    private static final String OFFER =
            "Congratulations! Send the handling fee today and your prize is on its way.";

    private final RunningQuickstart quickstart = RunningQuickstart.shared();

    @Test
    void picturesOfEveryView() throws Exception {
        submitGoldenTexts();
        try (var browsers = new Browsers()) {
            var ava = browsers.signedIn(quickstart, "ava");
            shoot(ava, "", "home");
            shoot(ava, "policies", "policies");
            shoot(ava, "policies/spam", "policy");
            drawEditorAndComparison(ava);
            new GovernancePictures(quickstart, Screenshots::draw).draw(ava);
            new OversightPictures(quickstart, Screenshots::draw).draw(browsers);
            drawTryIt(ava);
            drawReview(browsers.signedIn(quickstart, "rita"));
            shoot(browsers.signedIn(quickstart, "lena"), "search", "search");
            shoot(browsers.signedIn(quickstart, "otto"), "operations", "operations");
            shoot(browsers.signedIn(quickstart, "aldo"), "ledger", "ledger");
        }
    }

    private void submitGoldenTexts() throws IOException, InterruptedException {
        var json = JsonMapper.builder().build();
        try (var submissions = new Submissions(quickstart)) {
            for (var policy : java.util.List.of("spam", "personal-data", "prompt-injection")) {
                var golden = Path.of("src/main/resources/starter", policy, "golden.jsonl");
                for (var line : Files.readAllLines(golden).subList(0, SUBMITTED)) {
                    submissions.content(policy, json.readTree(line).path("content"));
                }
            }
        }
    }

    private void drawEditorAndComparison(Page ava) {
        ava.navigate(quickstart.console() + "/policies/spam");
        ava.getByRole(AriaRole.BUTTON, named("New draft")).click();
        ava.waitForURL(Pattern.compile(".*/versions/2"));
        var text = ava.getByLabel("Policy document");
        text.fill(text.inputValue().replace("- **SP1** ", "- **SP1** In any public place, "));
        assertThat(ava.getByText("Not saved yet")).isVisible();
        ava.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(ava.getByText("Saved", new Page.GetByTextOptions().setExact(true))).isVisible();
        draw(ava, "editor");
        ava.navigate(quickstart.console() + "/policies/spam");
        ava.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare")).click();
        assertThat(ava.getByText("In any public place").first()).isVisible();
        draw(ava, "compare");
    }

    private void drawTryIt(Page ava) {
        ava.navigate(quickstart.console() + "/try-it");
        ava.getByRole(AriaRole.TEXTBOX).last().fill(OFFER);
        ava.getByRole(AriaRole.BUTTON, named("Classify")).click();
        assertThat(ava.getByText("closest to").first()).isVisible();
        ava.getByRole(AriaRole.HEADING).first().hover();
        draw(ava, "try-it");
    }

    private void drawReview(Page rita) {
        rita.navigate(quickstart.console() + "/review");
        rita.getByRole(AriaRole.BUTTON, named("Claim next")).click();
        rita.keyboard().press("b");
        rita.keyboard().press("o");
        rita.getByLabel("Reason").fill("The sender answers a question that was asked.");
        draw(rita, "review");
        rita.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        draw(rita, "review-dark");
        rita.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        rita.setViewportSize(400, 860);
        rita.screenshot(picture("review-narrow"));
    }

    private void shoot(Page page, String path, String name) {
        page.navigate(quickstart.console() + "/" + path);
        draw(page, name);
    }

    private static void draw(Page page, String name) {
        page.setViewportSize(1280, 860);
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(picture(name));
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(FOLDER.resolve(name + ".png"));
    }

    private static Page.GetByRoleOptions named(String start) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + start));
    }
}
