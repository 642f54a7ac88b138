package dev.precept.quickstart.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One Chromium for a test class. Each person gets a context of their own, so several can be signed
/// in side by side.
final class Browsers implements AutoCloseable {

    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    Browsers() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(ARGUMENTS));
    }

    Page newPage() {
        var page =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                        .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    /// A page of the console on which a demo person has just signed in.
    Page signedIn(RunningQuickstart quickstart, String person) {
        var page = newPage();
        page.navigate(quickstart.console().toString());
        signIn(page, person);
        return page;
    }

    /// Fills the sign-in page by its own list of people.
    static void signIn(Page page, String person) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(java.util.regex.Pattern.compile("^" + person + "\\b")))
                .click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
