package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.precept.quickstart.browser.Hands.button;

import com.microsoft.playwright.Page;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.rollout.BreakGlassApi;
import dev.precept.contracts.rollout.NewBreakGlass;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.RolloutApi;
import dev.precept.quickstart.testing.RunningQuickstart;
import dev.precept.quickstart.testing.Submissions;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/// The pictures of `docs/governance.md` that tell what people are asked to look at: a shadow, a
/// merge, a broken glass, and what reviewers corrected.
record OversightPictures(RunningQuickstart quickstart, BiConsumer<Page, String> draw) {

    private static final int SHADOWED = 40;

    void draw(Browsers browsers) throws IOException, InterruptedException {
        var staff = Staff.of(quickstart);
        var prepared = Prepared.live(new QuietHours(quickstart, "Quiet evenings"), staff);
        var ava = browsers.signedIn(quickstart, "ava");
        drawCorrections(ava, prepared);
        drawShadow(ava, Prepared.live(new QuietHours(quickstart, "Quiet mornings"), staff));
        int rival = drawMerge(ava, prepared);
        drawGlass(browsers.signedIn(quickstart, "cleo"), prepared, rival);
    }

    private void drawCorrections(Page ava, Prepared prepared)
            throws IOException, InterruptedException {
        Overturned.festivals(quickstart, prepared);
        ava.navigate(prepared.policy().page("/corrections"));
        button(ava, "Read the 3 cases").click();
        assertThat(ava.getByText("3 cases in all")).isVisible();
        draw.accept(ava, "corrections");
    }

    /// Of a candidate that takes rehearsals for noise.
    private void drawShadow(Page ava, Prepared prepared) throws IOException, InterruptedException {
        int candidate =
                prepared.approved(
                        prepared.policy()
                                .text()
                                .replace(
                                        "- **SAFE QH-A1** \"We reh",
                                        "- **VIOLATES QH1** \"We reh"));
        var rollouts = prepared.staff().ben().createClient(RolloutApi.class);
        var shadow =
                rollouts.start(
                        prepared.slug(),
                        new NewRollout(
                                null,
                                Rollout.Kind.SHADOW,
                                candidate,
                                List.of(100),
                                null,
                                null,
                                "Does it still let rehearsals be?"));
        try (var submissions = new Submissions(quickstart)) {
            for (int hour = 1; hour <= SHADOWED / 4; hour++) {
                submissions.message(prepared.slug(), "Turn the bass up, it is %d.".formatted(hour));
                submissions.message(prepared.slug(), "Drums on the roof at %d.".formatted(hour));
                submissions.message(
                        prepared.slug(), "I listen with headphones at %d.".formatted(hour));
                submissions.message(
                        prepared.slug(), "We rehearse at %d, windows closed.".formatted(hour));
            }
        }
        RunningQuickstart.await(
                "every comparison",
                () ->
                        rollouts.get(prepared.slug(), shadow.id()).figures().disagreement().of()
                                == SHADOWED);
        ava.navigate(prepared.policy().page("/rollout"));
        Hands.button(ava, "Disagreements").click();
        assertThat(ava.getByText("says something else")).isVisible();
        ava.locator("h1").scrollIntoViewIfNeeded();
        draw.accept(ava, "rollout");
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
