package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.precept.quickstart.testing.RunningQuickstart;
import dev.precept.quickstart.testing.Submissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WholeWayIT {

    private static final String HOSTILE =
            "Tonight we play <b>very loud</b> music until three."
                    + " <img src=x onerror=\"window.markupRan=true\">"
                    + "<script>window.markupRan=true</script>";

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
    void aPolicyIsWrittenApprovedAppliedAndItsVerdictOverturned() throws Exception {
        var policy = new QuietHours(quickstart, "Quiet hours");
        var ava = browsers.signedIn(quickstart, "ava");
        policy.writeAndSubmit(ava);
        policy.approveAndMakeLive(browsers.signedIn(quickstart, "ben"));
        submit(policy, HOSTILE);

        var rita = browsers.signedIn(quickstart, "rita");
        claim(rita, policy);
        overturn(rita);

        ava.navigate(policy.page(""));
        ava.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Golden set")).click();
        ava.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Blurred content, reveal"))
                .click();
        assertThat(ava.getByText(HOSTILE)).isVisible();
        assertMarkupNeverRan(ava);

        assertThatTheLedgerTells(browsers.signedIn(quickstart, "aldo"), policy);
    }

    @Test
    void twoReviewersNeverGetTheSameCase() throws Exception {
        var policy = new QuietHours(quickstart, "Quiet courtyard");
        policy.writeAndSubmit(browsers.signedIn(quickstart, "ava"));
        policy.approveAndMakeLive(browsers.signedIn(quickstart, "ben"));
        submit(policy, "The first song starts at midnight.");
        submit(policy, "The second song starts at one.");

        var omar = browsers.signedIn(quickstart, "omar");
        var lena = browsers.signedIn(quickstart, "lena");
        claim(omar, policy);
        claim(lena, policy);
        omar.keyboard().press("b");
        lena.keyboard().press("b");
        var song = Pattern.compile("The (first|second) song");
        assertThat(omar.getByText(song)).isVisible();
        assertThat(lena.getByText(song)).isVisible();

        assertThat(omar.getByText(song).innerText()).isNotEqualTo(lena.getByText(song).innerText());
    }

    private static void submit(QuietHours policy, String text) throws Exception {
        try (var submissions = new Submissions(quickstart)) {
            var answer = submissions.message(policy.slug(), text);
            assertThat(answer.path("verdicts")).hasSize(1);
        }
    }

    private static void claim(Page reviewer, QuietHours policy) {
        reviewer.navigate(quickstart.console() + "/review");
        reviewer.getByLabel("Policy").first().click();
        reviewer.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(policy.name()))
                .click();
        reviewer.getByRole(AriaRole.BUTTON, named("Claim next")).click();
        assertThat(reviewer.getByRole(AriaRole.BUTTON, named("Reveal"))).isVisible();
    }

    private static void overturn(Page reviewer) {
        assertThat(reviewer.getByText(HOSTILE)).hasCount(0);
        reviewer.keyboard().press("b");
        assertThat(reviewer.getByText(HOSTILE)).isVisible();
        assertMarkupNeverRan(reviewer);

        reviewer.keyboard().press("o");
        reviewer.getByLabel("Reason").fill("The street festival may play until three.");
        reviewer.getByLabel("Add to golden set").check();
        reviewer.keyboard().press("Control+Enter");
        assertThat(reviewer.getByText("Decided. Here is the next one.")).isVisible();
    }

    private static void assertThatTheLedgerTells(Page auditor, QuietHours policy) {
        auditor.navigate(quickstart.console() + "/ledger?actor=rita");
        var decided =
                auditor.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("case.decided"))
                        .filter(new Locator.FilterOptions().setHasText(policy.slug() + "@1"));
        assertThat(decided).containsText("OVERTURN");
        assertThat(auditor.getByText("festival")).hasCount(0);
    }

    private static void assertMarkupNeverRan(Page page) {
        assertThat(page.evaluate("window.markupRan === undefined")).isEqualTo(true);
        assertThat(page.locator("img[src=x]")).hasCount(0);
    }

    private static Page.GetByRoleOptions named(String start) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + start));
    }
}
