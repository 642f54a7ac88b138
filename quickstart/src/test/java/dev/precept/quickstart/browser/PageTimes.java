package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How long large pages take in a browser: a policy of 200 versions, runs of 10,000 cases, and
/// their flips. Its name keeps it out of the ordinary tests: `./precept bench pages` runs it and
/// prints figures; nothing is asserted of them.
class PageTimes {

    private static final String SLUG = "quiet-streets";
    private static final int VERSIONS = 200;
    private static final int CASES = 10_000;
    private static final int AT_A_TIME = 1_000;
    private static final int WARM_UP = 5;
    private static final int TRIES = 20;
    private static final String LOUD = "Planning or asking for loud music at night.";
    private static final String QUIET = "Quiet music, or music during the day.";
    private static final String TEXT =
            """
            ---
            labels:
              noise: [QH1]
            ---
            # Quiet streets

            ## Instructions
            Decide whether the message plans or asks for loud music at night.

            ## Definitions
            - **Night**: from ten in the evening to seven in the morning.

            ## Violates
            - **QH1** %s

            ## Safe
            - **QH-A1** %s
            """;

    private final RunningQuickstart quickstart = RunningQuickstart.shared();

    @Test
    void figuresOfLargePages() throws Exception {
        var author = quickstart.clients("policy-author");
        var policies = author.createClient(PolicyApi.class);
        policies.create(new NewPolicy(SLUG, "Quiet streets", "Loud music at night.", "Forum"));
        importCases(author.createClient(GoldenSetApi.class));
        for (int number = 1; number <= VERSIONS; number++) {
            policies.draft(
                    SLUG,
                    new NewDraft(
                            number == VERSIONS
                                    ? TEXT.formatted(QUIET, LOUD)
                                    : TEXT.formatted(LOUD, QUIET)));
        }
        var runs = author.createClient(EvaluationApi.class);
        var before = run(runs, VERSIONS - 1);
        var now = run(runs, VERSIONS);
        System.out.printf(
                Locale.ROOT,
                "%,d cases, %,d flips; milliseconds, from the address to the figures on the page%n",
                CASES,
                runs.compare(now, before).flips());
        try (var browsers = new Browsers()) {
            var ava = browsers.signedIn(quickstart, "ava");
            measure(ava, "policy, 200 versions", "", "text=Loud music at night.");
            measure(ava, "its versions", "/versions", "a[href$='/versions/" + VERSIONS + "']");
            measure(ava, "its runs", "/evaluations", "text=Complete");
            measure(ava, "a run", "/evaluations/" + now, "text=Recall");
            measure(
                    ava,
                    "flips",
                    "/evaluations/" + now + "/compare/" + before,
                    "[aria-label^='Open case']");
        }
    }

    private static void importCases(GoldenSetApi golden) {
        for (int from = 0; from < CASES; from += AT_A_TIME) {
            var cases =
                    IntStream.range(from, from + AT_A_TIME)
                            .mapToObj(number ->
                                    new NewGoldenCase(
                                            new Message(
                                                    "We play loud music at night in house %d."
                                                            .formatted(number)),
                                            new GoldenExpectation(Outcome.VIOLATES, null, null),
                                            null))
                            .toList();
            golden.importCases(SLUG, new GoldenImport("hand", cases));
        }
    }

    private static EvaluationId run(EvaluationApi runs, int version) {
        var id =
                runs.start(
                                SLUG,
                                new NewEvaluation(version, new EvaluationSource.Golden(null, null)))
                        .id();
        RunningQuickstart.await(
                "the end of the run", () -> runs.get(id).state() == Evaluation.State.COMPLETED);
        return id;
    }

    /// The first tries warm up.
    ///
    /// @param seen selects what people come for
    private void measure(Page page, String what, String path, String seen) {
        var address = quickstart.console() + "/policies/" + SLUG + path;
        var millis = new long[TRIES];
        for (int attempt = -WARM_UP; attempt < TRIES; attempt++) {
            page.navigate("about:blank");
            long begun = System.nanoTime();
            page.navigate(address);
            assertThat(page.locator(seen).first()).isVisible();
            if (attempt >= 0) {
                millis[attempt] = (System.nanoTime() - begun) / 1_000_000;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-22s best %4d   median %4d   worst %4d%n",
                what,
                millis[0],
                millis[TRIES / 2],
                millis[TRIES - 1]);
    }
}
