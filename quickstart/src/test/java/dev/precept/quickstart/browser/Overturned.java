package dev.precept.quickstart.browser;

import dev.precept.contracts.correction.CorrectionApi;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.CaseDetail;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.quickstart.testing.RunningQuickstart;
import dev.precept.quickstart.testing.Submissions;
import java.io.IOException;
import java.util.List;

/// Verdicts that a reviewer overturned at the API.
final class Overturned {

    private static final List<String> FESTIVALS =
            List.of(
                    "The town festival plays loud music until three at night.",
                    "Tonight bands play loud at the town festival until three.",
                    "The town festival has loud bands all night.");

    private Overturned() {}

    /// Three like messages about a festival, which rita holds safe; returns when a worker has read
    /// them.
    static void festivals(RunningQuickstart quickstart, Prepared prepared)
            throws IOException, InterruptedException {
        try (var submissions = new Submissions(quickstart)) {
            for (var text : FESTIVALS) {
                submissions.message(prepared.slug() + "@live", text);
            }
        }
        overturn(quickstart.clients("reviewer").createClient(CaseApi.class), prepared.slug());
        var corrections = prepared.staff().ava().createClient(CorrectionApi.class);
        RunningQuickstart.await(
                "the embeddings",
                () -> {
                    var found = corrections.clusters(prepared.slug());
                    return found.unread() == 0 && !found.clusters().isEmpty();
                });
    }

    private static void overturn(CaseApi cases, String slug) {
        for (var held = cases.claimNext(slug).getBody();
                held != null;
                held = cases.claimNext(slug).getBody()) {
            decide(cases, held);
        }
    }

    private static void decide(CaseApi cases, CaseDetail held) {
        cases.decide(
                held.reviewCase().id(),
                new NewDecision(
                        held.reviewCase().revision(),
                        DecisionKind.OVERTURN,
                        Outcome.SAFE,
                        null,
                        List.of("QH-A1"),
                        "A festival may play.",
                        false));
    }
}
