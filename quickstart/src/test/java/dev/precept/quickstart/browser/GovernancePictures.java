package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.discussion.NewThread;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// The pictures of `docs/governance.md`: a draft of spam with a shorter rule and one more example,
/// measured against version 1.
record GovernancePictures(RunningQuickstart quickstart, BiConsumer<Page, String> draw) {

    private static final String SLUG = "spam";
    private static final String EXAMPLE = "cheap, see logos.example\"\n";
    private static final String ANOTHER =
            "- **VIOLATES SP1** \"Nice garden! My nephew sells phone cases, see cases.example\"\n";

    void draw(Page author) throws IOException, InterruptedException {
        var clients = quickstart.clients("policy-author");
        var runs = clients.createClient(EvaluationApi.class);
        int draft = draft(clients.createClient(PolicyApi.class));
        var golden = new EvaluationSource.Golden(null, null);
        var before = run(runs, 1, golden);
        var now = run(runs, draft, golden);
        run(runs, draft, new EvaluationSource.Replay(100, null));
        setGates();
        open(author, "/evaluations/" + now);
        assertThat(author.getByText("Recall").first()).isVisible();
        draw.accept(author, "evaluation");
        open(author, "/evaluations/" + now + "/compare/" + before);
        draw.accept(author, "comparison");
        author.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Open case")))
                .first()
                .click();
        assertThat(author.getByText("Version " + draft + " says")).isVisible();
        draw.accept(author, "flip");
        open(author, "/gates?version=" + draft);
        draw.accept(author, "gates");
        open(author, "/golden-set");
        draw.accept(author, "golden-set");
        drawRequest(author, draft);
    }

    private void drawRequest(Page author, int draft) throws IOException, InterruptedException {
        quickstart.clients("policy-author").createClient(PolicyApi.class).submit(SLUG, draft);
        quickstart
                .clients("policy-approver")
                .createClient(DiscussionApi.class)
                .open(
                        SLUG,
                        draft,
                        new NewThread(
                                new Anchor(9, null),
                                "Would medium effort find more of the scams? Please measure it."));
        open(author, "/versions/" + draft + "/request");
        assertThat(author.getByText("Would medium effort").first()).isVisible();
        draw.accept(author, "request");
    }

    private static int draft(PolicyApi policies) {
        var text =
                policies.version(SLUG, 1)
                        .text()
                        .replace("SP1** Unasked", "SP1** In any public place, unasked")
                        .replaceFirst("SP6\\*\\* Asks .*", "SP6** Asks for a payment in advance.")
                        .replace(EXAMPLE, EXAMPLE + ANOTHER);
        return policies.draft(SLUG, new NewDraft(text)).summary().number();
    }

    private void open(Page author, String part) {
        author.navigate(quickstart.console() + "/policies/" + SLUG + part);
    }

    private static EvaluationId run(EvaluationApi runs, int version, EvaluationSource source) {
        var id = runs.start(SLUG, new NewEvaluation(version, source)).id();
        RunningQuickstart.await(
                "the end of the run", () -> runs.get(id).state() == Evaluation.State.COMPLETED);
        return id;
    }

    private void setGates() throws IOException, InterruptedException {
        var approver = quickstart.clients("policy-approver").createClient(EvaluationApi.class);
        approver.setGates(
                SLUG,
                String.valueOf(approver.gates(SLUG).revision()),
                new GateEdit(
                        List.of(
                                new Gate(Gate.Kind.RECALL, 0.7),
                                new Gate(Gate.Kind.F1, 0.8),
                                new Gate(Gate.Kind.REPLAY_CHANGE, 0.05))));
    }
}
