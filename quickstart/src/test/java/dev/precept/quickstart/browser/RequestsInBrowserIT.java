package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.precept.quickstart.browser.Hands.button;
import static dev.precept.quickstart.browser.Hands.confirm;
import static dev.precept.quickstart.browser.Hands.dialog;
import static dev.precept.quickstart.browser.Hands.say;
import static dev.precept.quickstart.browser.Hands.shoot;
import static dev.precept.quickstart.browser.Hands.tabTo;
import static dev.precept.quickstart.browser.Inbox.card;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Change requests as the people see them who write, read, decline and approve: what waits for each
/// is on the first page, and leads to where it is done.
class RequestsInBrowserIT {

    private static final String HOSTILE =
            "Only <b>plans</b>? <img src=x onerror=\"window.markupRan=true\">";

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
    void aRequestIsDiscussedSentBackMendedAndApprovedByKeyboard() {
        var prepared = Prepared.live(new QuietHours(quickstart, "Quiet balconies"), staff);
        int number =
                prepared.submitted(
                        prepared.policy().text().replace("asking for loud", "asking for any"));

        card(ben, prepared, number, "waits for your approval").click();
        comment(ben);
        var request = prepared.policy().page("/versions/%d/request".formatted(number));
        ava.navigate(request);
        assertThat(ava.getByText("another person must approve it")).isVisible();
        assertThat(button(ava, "Approve")).hasCount(0);
        answer(ava);
        shoot(ava, "request-thread");

        ben.reload();
        button(thread(ben), "Resolve").click();
        assertThat(ben.getByText("About rule QH1: resolved by ben")).isVisible();
        say(ben, "Send back", "What is missing", "Say which music.");
        assertThat(ben.getByText("went back; its author reads why.")).isVisible();

        var back = card(ava, prepared, number, "sent back to you");
        assertThat(back).containsText("ben declined it: Say which music.");
        back.click();
        mend(ava);
        approveByKeyboard(browsers.signedIn(quickstart, "cleo"), request);
        ben.navigate(prepared.policy().page("/versions/" + number));
        assertThat(ben.getByText("Says which music now.")).isVisible();
        assertThat(button(ben, "Make live")).isVisible();
    }

    @Test
    void theSecondOfTwoDraftsIsMergedWhereBothChangedOnePlace() {
        var prepared = Prepared.live(new QuietHours(quickstart, "Quiet attics"), staff);
        var text = prepared.policy().text();
        int first = prepared.draft(text.replace("asking for loud music", "asking for songs"));
        int second =
                prepared.draft(
                        text.replace("asking for loud music", "asking for noise")
                                .replace("at noon", "at two"));
        prepared.author().submit(prepared.slug(), first);
        prepared.approve(first);

        card(ava, prepared, second, "must be merged").click();
        assertThat(ava.getByText("1 place to decide")).isVisible();
        assertThat(button(ava, "Save the merged text")).isDisabled();
        shoot(ava, "request-merge");
        tabTo(ava, "Take the approved");
        tabTo(ava, "Take both");
        ava.keyboard().press("Enter");
        var outcome = ava.getByLabel("What stands here");
        assertThat(outcome)
                .hasValue(Pattern.compile("songs at night.*noise at night", Pattern.DOTALL));
        outcome.fill("- **QH1** Planning or asking for songs or noise at night.");
        tabTo(ava, "Save the merged text");
        ava.keyboard().press("Enter");
        assertThat(ava.getByText("It is a draft: submit it.")).isVisible();
        assertThat(ava.locator(".line-text", hasText("songs or noise"))).isVisible();
        assertThat(ava.locator(".line-text", hasText("at two"))).isVisible();

        ava.navigate(prepared.policy().page("/versions/" + second));
        button(ava, "Submit for approval").click();
        assertThat(ava.getByText("another person must approve it")).isVisible();
    }

    private static void comment(Page approver) {
        button(approver, "Comment on rule QH1").click();
        confirm(approver, "Comment", "What do you say?", HOSTILE);
        assertThat(thread(approver)).isFocused();
        assertMarkupIsText(approver);
    }

    private static void answer(Page author) {
        assertMarkupIsText(author);
        assertThat(button(thread(author), "Resolve")).isHidden();
        button(thread(author), "Answer").click();
        confirm(author, "Answer", "What do you say?", "Asking, too.");
        assertThat(thread(author)).containsText("Asking, too.");
    }

    private static void mend(Page author) {
        var text = author.getByLabel("Policy document");
        text.fill(text.inputValue().replace("any music", "recorded music"));
        button(author, "Submit for approval").click();
        assertThat(author.getByText("another person must approve it")).isVisible();
    }

    private static void approveByKeyboard(Page approver, String request) {
        approver.navigate(request);
        assertThat(button(approver, "Approve")).isVisible();
        tabTo(approver, "Approve");
        approver.keyboard().press("Enter");
        assertThat(dialog(approver).getByLabel("Comment")).isFocused();
        approver.keyboard().type("Says which music now.");
        shoot(approver, "request-approve");
        tabTo(approver, "Approve");
        approver.keyboard().press("Enter");
        assertThat(approver.getByText("Approved and sealed.")).isVisible();
        assertThat(approver.getByText("Says which music now.")).isVisible();
        assertThat(approver.getByText("Agreed: cleo.")).isVisible();
    }

    private static Locator thread(Page person) {
        return person.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName("Thread about rule QH1"));
    }

    private static void assertMarkupIsText(Page page) {
        assertThat(thread(page)).containsText(HOSTILE);
        assertThat(page.locator("img[src=x], .thread b")).hasCount(0);
        Assertions.assertThat(page.evaluate("window.markupRan === undefined")).isEqualTo(true);
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
