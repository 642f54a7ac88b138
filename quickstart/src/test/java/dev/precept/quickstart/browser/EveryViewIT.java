package dev.precept.quickstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every view: a title, one heading, a name for whatever can be used, and no need to
/// scroll sideways.
class EveryViewIT {

    private static final List<String> VIEWS =
            List.of(
                    "/",
                    "/policies",
                    "/evaluations",
                    "/policies/spam",
                    "/policies/spam/versions",
                    "/policies/spam/compare",
                    "/policies/spam/golden-set",
                    "/policies/spam/evaluations",
                    "/policies/spam/evaluations?run=1",
                    "/policies/spam/gates",
                    "/policies/spam/approval",
                    "/policies/spam/rollout",
                    "/policies/spam/corrections",
                    "/policies/spam/aliases",
                    "/policies/spam/versions/1",
                    "/policies/spam/versions/1/request",
                    "/try-it",
                    "/review",
                    "/cases",
                    "/search",
                    "/operations",
                    "/ledger",
                    "/policies/nowhere");

    /// What those see who approve and activate.
    private static final List<String> OF_APPROVERS =
            List.of(
                    "/",
                    "/lint-settings",
                    "/policies/spam/approval",
                    "/policies/spam/rollout",
                    "/policies/spam/versions/1");

    private static final Set<String> USED =
            Set.of(
                    "button",
                    "link",
                    "textbox",
                    "searchbox",
                    "combobox",
                    "checkbox",
                    "radio",
                    "spinbutton",
                    "tab",
                    "menuitem",
                    "heading",
                    "dialog",
                    "table");

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

    @ParameterizedTest
    @ValueSource(ints = {1280, 400})
    void hasATitleAHeadingAndNamesAndFitsItsWindow(int width) {
        var faults = new ArrayList<>(faults(browsers.signedIn(quickstart, "lena"), width, VIEWS));
        faults.addAll(faults(browsers.signedIn(quickstart, "ben"), width, OF_APPROVERS));
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Page person, int width, List<String> views) {
        person.setViewportSize(width, 860);
        var faults = new ArrayList<String>();
        for (var view : views) {
            open(person, view);
            if (person.title().isBlank()) {
                faults.add(view + " has no title");
            }
            var headings = person.locator("h1").count();
            if (headings != 1) {
                faults.add(view + " has " + headings + " headings of the first level");
            }
            var content = (int) person.evaluate("document.documentElement.scrollWidth");
            if (content > width) {
                faults.add(view + " is " + content + " pixels wide in a window of " + width);
            }
            unnamed(person).forEach(each -> faults.add(view + " has an unnamed " + each));
        }
        return faults;
    }

    @Test
    void thePartOfAPolicyThatIsShownIsInSightInANarrowWindow() {
        var ben = browsers.signedIn(quickstart, "ben");
        ben.setViewportSize(400, 860);
        open(ben, "/policies/spam/aliases");
        PlaywrightAssertions.assertThat(ben.locator(".page-tabs [aria-current]")).isInViewport();
    }

    @Test
    void theNavigationCanBeSkippedByKeyboard() {
        var lena = browsers.signedIn(quickstart, "lena");
        open(lena, "/search");
        lena.keyboard().press("Tab");
        lena.keyboard().press("Enter");
        assertThat(lena.evaluate("document.activeElement.tagName")).isEqualTo("H1");
        lena.keyboard().press("Tab");
        assertThat(lena.evaluate("document.activeElement.labels[0].innerText"))
                .isEqualTo("Words in the content");
    }

    @Test
    void blurredContentCannotBePrintedSelectedOrFound() {
        var lena = browsers.signedIn(quickstart, "lena");
        lena.navigate(quickstart.console() + "/policies/spam");
        lena.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Golden set")).click();
        var line = lena.locator(".sensitive-line").first();
        line.waitFor();
        var masked = line.innerText();
        assertThat(masked).matches("[n ]+");
        line.focus();
        lena.keyboard().press("Enter");
        lena.locator(".sensitive-line:not(.blurred)").first().waitFor();
        assertThat(line.innerText()).isNotEqualTo(masked);
        lena.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(line.isVisible()).isFalse();
    }

    private static void open(Page page, String view) {
        page.navigate(quickstart.console() + view);
        page.locator("h1").first().waitFor();
    }

    /// As the browser's own accessibility tree has it.
    private static List<String> unnamed(Page page) {
        var session = page.context().newCDPSession(page);
        try {
            return session
                    .send("Accessibility.getFullAXTree")
                    .getAsJsonArray("nodes")
                    .asList()
                    .stream()
                    .map(node -> node.getAsJsonObject())
                    .filter(node -> !node.get("ignored").getAsBoolean())
                    .filter(node -> USED.contains(value(node, "role")))
                    .filter(node -> value(node, "name").isBlank())
                    .map(node -> value(node, "role"))
                    .toList();
        } finally {
            session.detach();
        }
    }

    private static String value(JsonObject node, String member) {
        var text = node.getAsJsonObject(member);
        return text == null || !text.has("value") ? "" : text.get("value").getAsString();
    }
}
