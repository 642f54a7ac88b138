package dev.precept.registry.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationReportApi;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.evaluation.ReportFormat;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class EvaluationReportIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private EvaluationSteps steps;

    private EvaluationApi api;
    private EvaluationReportApi files;
    private Judge judge;

    @BeforeEach
    void people() {
        api = clients.api(EvaluationApi.class, "ava", Role.POLICY_AUTHOR);
        files = clients.api(EvaluationReportApi.class, "ava", Role.POLICY_AUTHOR);
        judge = new Judge(clients);
    }

    @Test
    void itemIsRightWhereEveryPolicyThatWasAskedIsRight() {
        var first =
                judged("multi-first", Outcome.VIOLATES, "Drums one", "Drums two", "Drums three");
        var second = judged("multi-second", Outcome.SAFE, "drums ONE", "Drums two", "Drums four");
        var together = files.multiPolicy(List.of(first.id(), second.id()));
        // every expectation is VIOLATES: first is right on all three, second on none
        assertThat(together.parts())
                .extracting(part -> part.exact().value())
                .containsExactly(1.0, 0.0);
        assertThat(together.exact()).isEqualTo(Statistics.share(1, 4));
        assertThat(together.exactOfSeveral()).isEqualTo(Statistics.share(0, 2));
        assertThatThrownBy(() -> files.multiPolicy(List.of(first.id(), first.id())))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class)
                .hasMessageContaining("multi-first");
        assertThatThrownBy(() -> files.multiPolicy(List.of(first.id())))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class);
    }

    @Test
    void repeatedRunJudgesTheSameCasesUnderTheSameBundle() {
        var run = judged("repeat-run", Outcome.VIOLATES, "Drums one", "Drums two");
        clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR)
                .importCases(
                        "repeat-run", new GoldenImport("hand", List.of(golden("Drums three"))));
        var again = files.repeat(run.id(), null);
        assertThat(again.repeats()).isEqualTo(run.id());
        assertThat(again.policyVersion()).isEqualTo(run.policyVersion());
        assertThat(again.source()).isEqualTo(run.source());
        var done = finish(again, Outcome.SAFE);
        assertThat(done.progress()).isEqualTo(new Evaluation.Progress(2, 2, 0));
        assertThat(api.compare(again.id(), run.id()).broken()).isEqualTo(2);
    }

    @Test
    void reportIsAFileOfFiguresThatHoldsNoContent() throws IOException {
        var run = judged("report-file", Outcome.VIOLATES, "A very particular drum");
        var csv = new String(file(run, ReportFormat.CSV), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("run,,version sha256," + run.policyVersion().sha256())
                .contains("overall,,recall,1.0,")
                .contains("model,fake,temperature,0")
                .doesNotContain("particular");
        var json = new String(file(run, ReportFormat.JSON), StandardCharsets.UTF_8);
        assertThat(json).contains("\"ninetieth\"").doesNotContain("particular");
        var pdf = file(run, ReportFormat.PDF);
        assertThat(text(pdf))
                .contains("Evaluation of report-file, version 1")
                .contains(run.policyVersion().sha256())
                .contains("Confusion matrix", "NO1", "Page 1")
                .doesNotContain("particular");
        assertThatThrownBy(() ->
                        clients.api(EvaluationReportApi.class, "shop", Role.SUBMITTER)
                                .file(run.id(), ReportFormat.PDF))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    @Test
    void comparisonIsAFileOfFiguresAndItsFlipsAreOneWithContents() throws IOException {
        var before =
                judged(
                        "compare-file",
                        Outcome.VIOLATES,
                        "=HYPERLINK(drum)",
                        "Drums two",
                        "Drums 3");
        var now = finish(files.repeat(before.id(), null), Outcome.SAFE);
        var csv = comparison(before, now, ReportFormat.CSV);
        assertThat(csv)
                .contains("run,before,version sha256," + before.policyVersion().sha256())
                .contains("comparison,,flips,3,", "comparison,,broken,3,", "comparison,,mended,0,")
                .contains("comparison,,McNemar p,0.25,")
                .contains("flips,VIOLATES to SAFE,BROKEN,3,")
                .contains("overall,before,recall,1.0,", "overall,now,recall,0.0,")
                .doesNotContain("drum", "Drums");
        assertThat(comparison(before, now, ReportFormat.JSON))
                .contains("\"mcNemar\" : 0.25")
                .doesNotContain("drum", "Drums");
        assertThat(text(bytes(files.comparisonFile(now.id(), before.id(), ReportFormat.PDF))))
                .contains("compare-file: version 1 against version 1", "p = 0.2500")
                .doesNotContain("Drums");

        assertThat(flips("ava", Role.POLICY_AUTHOR, before, now, "CSV"))
                .startsWith("case,text,content_json,language,expected_outcome")
                .contains("'=HYPERLINK(drum),,en,VIOLATES,noise,NO1,false,BROKEN,VIOLATES,NO1,")
                .hasLineCount(4);
        assertThat(flips("ava", Role.POLICY_AUTHOR, before, now, "JSONL"))
                .contains("\"text\":\"=HYPERLINK(drum)\"")
                .hasLineCount(3);
        assertThatThrownBy(() -> flips("ben", Role.POLICY_APPROVER, before, now, "CSV"))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    private String comparison(Evaluation before, Evaluation now, ReportFormat format) {
        return new String(
                bytes(files.comparisonFile(now.id(), before.id(), format)), StandardCharsets.UTF_8);
    }

    private String flips(
            String person, Role role, Evaluation before, Evaluation now, String format) {
        return Objects.requireNonNull(
                clients.as(person, role)
                        .get()
                        .uri(
                                "/v1/evaluations/{now}/comparison/{before}/flips/file?format={format}",
                                now.id(),
                                before.id(),
                                format)
                        .retrieve()
                        .body(String.class));
    }

    private static String text(byte[] pdf) throws IOException {
        var reader = new PdfReader(pdf);
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        return text.toString();
    }

    private static byte[] bytes(ResponseEntity<byte[]> file) {
        return Objects.requireNonNull(file.getBody());
    }

    private byte[] file(Evaluation run, ReportFormat format) {
        return bytes(files.file(run.id(), format));
    }

    private Evaluation judged(String slug, Outcome answer, String... texts) {
        var version = policies.create(slug);
        clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR)
                .importCases(
                        slug,
                        new GoldenImport(
                                "hand",
                                Arrays.stream(texts).map(EvaluationReportIT::golden).toList()));
        return finish(
                api.start(
                        slug,
                        new NewEvaluation(
                                version.number(), new EvaluationSource.Golden(null, null))),
                answer);
    }

    private Evaluation finish(Evaluation run, Outcome answer) {
        var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < deadline) {
            var seen = api.get(run.id());
            if (seen.state() == State.COMPLETED) {
                return seen;
            }
            steps.step(run.id());
            judge.some(run.policyVersion().slug(), answer, 0.9);
        }
        throw new AssertionError("not complete in time: " + api.get(run.id()).progress());
    }

    private static NewGoldenCase golden(String text) {
        return new NewGoldenCase(
                new Message(text, "en"),
                new GoldenExpectation(Outcome.VIOLATES, "noise", "NO1"),
                null);
    }
}
