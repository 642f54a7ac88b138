package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.rollout.BreakGlassApi;
import dev.precept.contracts.rollout.NewBreakGlass;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.io.IOException;
import java.util.function.BiConsumer;

/// The pictures of `docs/governance.md` that tell what people are asked to look at: a merge, a
/// broken glass, and what reviewers corrected.
record OversightPictures(RunningQuickstart quickstart, BiConsumer<Page, String> draw) {

    void draw(Browsers browsers) throws IOException, InterruptedException {
        var staff = Staff.of(quickstart);
        var prepared = Prepared.live(new QuietHours(quickstart, "Quiet evenings"), staff);
        var ava = browsers.signedIn(quickstart, "ava");
        drawCorrections(ava, prepared);
        int rival = drawMerge(ava, prepared);
        drawGlass(browsers.signedIn(quickstart, "cleo"), prepared, rival);
    }

    private void drawCorrections(Page ava, Prepared prepared)
            throws IOException, InterruptedException {
        Overturned.festivals(quickstart, prepared);
        ava.navigate(prepared.policy().page("/corrections"));
        assertThat(ava.getByText("3 cases")).isVisible();
        draw.accept(ava, "corrections");
    }

    /// @return the version that was approved first
    private int drawMerge(Page ava, Prepared prepared) {
        var text = prepared.policy().text();
        int rival = prepared.draft(text.replace("asking for loud music", "asking for songs"));
        int draft = prepared.draft(text.replace("asking for loud music", "asking for noise"));
        prepared.author().submit(prepared.slug(), rival);
        prepared.approve(rival);
        ava.navigate(prepared.policy().page("/versions/%d/request".formatted(draft)));
        var conflict = ava.locator(".conflict");
        assertThat(conflict).isVisible();
        conflict.scrollIntoViewIfNeeded();
        draw.accept(ava, "merge");
        return rival;
    }

    private void drawGlass(Page cleo, Prepared prepared, int number) {
        prepared.closeAGate();
        prepared.staff()
                .ben()
                .createClient(BreakGlassApi.class)
                .breakGlass(
                        prepared.slug(),
                        Policy.LIVE,
                        new NewBreakGlass(
                                number, "Songs all night; the rule must hold tonight.", 24));
        cleo.navigate(quickstart.console().toString());
        assertThat(cleo.getByText("waits for a review")).isVisible();
        draw.accept(cleo, "inbox");
        cleo.navigate(prepared.policy().page(""));
        assertThat(cleo.getByText("went past closed gates")).isVisible();
        draw.accept(cleo, "broken-glass");
    }
}
