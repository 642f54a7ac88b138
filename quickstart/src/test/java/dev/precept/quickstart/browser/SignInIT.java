package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInIT {

    private static RunningQuickstart quickstart;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        quickstart = RunningQuickstart.shared();
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() {
        browsers.close();
    }

    @Test
    void aPersonSignsInSeesHomeAndSignsOut() {
        var page = browsers.newPage();
        page.navigate(quickstart.console().toString());
        assertThat(heading(page)).isVisible();
        shoot(page, "sign-in");

        Browsers.signIn(page, "ava");
        var menu =
                page.getByRole(
                        AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Signed in as ava"));
        assertThat(menu).isVisible();
        assertThat(page).hasTitle(java.util.regex.Pattern.compile("Home"));
        shoot(page, "home");

        menu.click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out")).click();
        assertThat(heading(page)).isVisible();
    }

    @Test
    void aWrongPasswordIsToldWithoutLeavingThePage() {
        var page = browsers.newPage();
        page.navigate(quickstart.console().toString());

        page.getByLabel("Name").fill("ava");
        page.getByLabel("Password").fill("wrong");
        page.getByLabel("Password").press("Enter");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not belong together");
        assertThat(heading(page)).isVisible();
    }

    private static com.microsoft.playwright.Locator heading(Page page) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign in").setExact(true));
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}
