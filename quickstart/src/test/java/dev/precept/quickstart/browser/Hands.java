package dev.precept.quickstart.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/// What people do on pages, by the names that they read there.
final class Hands {

    private static final int MOST_TABS = 120;

    private static final String NAME_OF_FOCUS =
            """
            (() => {
                const at = document.activeElement;
                const label = at.labels && at.labels[0];
                return (at.getAttribute('aria-label') || (label || at).innerText || '').trim();
            })()
            """;

    private static final String QUIET =
            "() => Object.values(window.Vaadin.Flow.clients)"
                    + ".every(client => !client.isActive || !client.isActive())";

    private Hands() {}

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator button(Locator part, String name) {
        return part.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    /// Presses a button of the page, gives words in the dialog that opens, and confirms by the
    /// button of the same name.
    static void say(Page page, String name, String label, String words) {
        button(page, name).click();
        confirm(page, name, label, words);
    }

    static void confirm(Page page, String name, String label, String words) {
        var dialog = dialog(page);
        dialog.getByLabel(label).fill(words);
        button(dialog, name).click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /// Waits until the page has told the server what was done to it, as a person does who types and
    /// only then looks for the button. A click while a request is under way can make Flow count its
    /// messages wrong: the server then logs a sync error, and the page loads anew.
    static void settle(Page page) {
        page.waitForFunction(QUIET);
    }

    static void choose(Page page, Locator part, String label, String option) {
        part.getByLabel(label).first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    /// Goes on by the Tab key alone, until the focus is on what has this name.
    static void tabTo(Page page, String name) {
        for (int tab = 0; tab < MOST_TABS; tab++) {
            page.keyboard().press("Tab");
            if (name.equals(page.evaluate(NAME_OF_FOCUS))) {
                return;
            }
        }
        throw new AssertionError(
                "%d tabs did not lead to '%s' on %s".formatted(MOST_TABS, name, page.url()));
    }

    /// Draws the page as it is narrow and dark, and as it is wide and light, and looks that nothing
    /// sticks out sideways.
    static void shoot(Page page, String name) {
        draw(page, name, 400, ColorScheme.DARK);
        draw(page, name, 1280, ColorScheme.LIGHT);
    }

    private static void draw(Page page, String name, int width, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s at %d pixels", name, width)
                .isLessThanOrEqualTo(width);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(
                                Path.of(
                                        "target",
                                        "screenshots",
                                        "%s-%d.png".formatted(name, width))));
    }
}
