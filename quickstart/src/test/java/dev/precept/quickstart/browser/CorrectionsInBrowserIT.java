package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.precept.quickstart.browser.Hands.button;
import static dev.precept.quickstart.browser.Hands.shoot;
import static dev.precept.quickstart.browser.Hands.tabTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What reviewers corrected comes back to an author in a cluster, and becomes a draft with
/// protected cases.
class CorrectionsInBrowserIT {

    private static RunningQuickstart quickstart;
    private static Browsers browsers;
    private static Staff staff;

    @BeforeAll
    static void start() throws Exception {
        quickstart = RunningQuickstart.shared();
        browsers = new Browsers();
        staff = Staff.of(quickstart);
    }

    @AfterAll
    static void stop() {
        browsers.close();
    }

    @Test
    void likeCorrectionsBecomeADraftWithTheirCasesProtected() throws Exception {
        var prepared = Prepared.live(new QuietHours(quickstart, "Quiet squares"), staff);
        var ava = browsers.signedIn(quickstart, "ava");
        ava.navigate(prepared.policy().page("/corrections"));
        assertThat(ava.getByText("Nothing was overturned yet")).isVisible();

        Overturned.festivals(quickstart, prepared);
        ava.reload();
        assertThat(button(ava, "Read the 3 cases")).isVisible();
        assertThat(ava.getByText("Safe 3")).isVisible();
        assertThat(ava.getByText("town festival")).hasCount(0);
        shoot(ava, "corrections");

        var ben = browsers.signedIn(quickstart, "ben");
        ben.navigate(prepared.policy().page("/corrections"));
        assertThat(ben.getByText("Contents are not shown to your roles")).isVisible();

        tabTo(ava, "Read the 3 cases");
        ava.keyboard().press("Enter");
        assertThat(ava.getByText("3 cases in all")).isVisible();
        assertThat(ava.getByText("A festival may play.")).hasCount(3);
        assertThat(ava.getByText("town festival")).hasCount(0);
        button(ava, "Reveal").last().click();
        assertThat(ava.getByText("town festival")).hasCount(1);
        assertThat(button(ava, "Open a draft")).isDisabled();
        ava.getByLabel("Case 1").check();
        ava.getByLabel("Case 3").check();
        assertThat(button(ava, "Open a draft from 2 cases")).isEnabled();
        shoot(ava, "corrections-read");

        ava.getByLabel("Case 3").focus();
        tabTo(ava, "Open a draft from 2 cases");
        ava.keyboard().press("Enter");
        assertThat(ava.getByText("2 cases protected in the golden set.")).isVisible();
        ava.waitForURL(Pattern.compile(".*/versions/2"));
        assertThat(ava.getByLabel("Policy document")).hasValue(Pattern.compile("# Quiet squares"));
        ava.navigate(prepared.policy().page("/golden-set"));
        assertThat(protectedCases(ava)).hasCount(2);
        assertThat(button(ava, "Submit for approval")).hasCount(0);
        shoot(ava, "corrections-protected");
    }

    private static Locator protectedCases(Page author) {
        return author.getByText("Protected", new Page.GetByTextOptions().setExact(true));
    }
}
