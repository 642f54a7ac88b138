package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.precept.quickstart.browser.Hands.button;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.precept.quickstart.testing.RunningQuickstart;

/// A policy about loud music at night that people write in the console. It is never sure enough, so
/// every verdict becomes a case.
record QuietHours(RunningQuickstart quickstart, String name) {

    private static final String TEXT =
            """
            ---
            labels:
              noise: [QH1]
            effort: low
            review:
              confidence_below: 1.0
              sample_rate: 0.0
            ---
            # %s

            ## Instructions
            Decide whether the message plans or asks for loud music at night.

            ## Definitions
            - **Night**: from ten in the evening to seven in the morning.

            ## Violates
            - **QH1** Planning or asking for loud music at night.

            ## Safe
            - **QH-A1** Quiet music, or music during the day.

            ## Examples
            - **VIOLATES QH1** "Party at mine tonight, speakers on full until three."
            - **VIOLATES QH1** "Turn the bass up, it is only midnight."
            - **SAFE QH-A1** "We rehearse on Saturday at noon, windows closed."
            - **SAFE QH-A1** "I listen with headphones after ten."
            """;

    String slug() {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    /// The document that people write in the console.
    String text() {
        return TEXT.formatted(name);
    }

    /// Where the policy, or a page of it, is shown.
    String page(String rest) {
        return quickstart.console() + "/policies/" + slug() + rest;
    }

    void writeAndSubmit(Page author) {
        author.navigate(quickstart.console() + "/policies");
        button(author, "New policy").click();
        var dialog = author.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Owning team").fill("Neighbourhood");
        dialog.getByLabel("What it is about").fill("Loud music at night.");
        dialog.getByText("Create").click();
        author.waitForURL(page(""));

        author.navigate(page("/versions/1"));
        author.getByLabel("Policy document").fill(text());
        assertThat(author.getByText("Not saved yet")).isVisible();
        button(author, "Save").click();
        assertThat(author.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        button(author, "Submit for approval").click();
        assertThat(author.getByText("another person must approve it").first()).isVisible();
    }

    void approveAndMakeLive(Page approver) {
        approver.navigate(page("/versions/1"));
        button(approver, "Approve").click();
        var dialog = approver.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Comment").fill("Says what can be seen in the content.");
        button(dialog, "Approve").click();
        button(approver, "Make live").click();
        assertThat(approver.getByText("Live: the next content")).isVisible();
    }
}
