package dev.precept.registry.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationCase;
import dev.precept.contracts.evaluation.EvaluationCase.Result;
import dev.precept.contracts.evaluation.EvaluationCaseApi;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class EvaluationCasesIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private EvaluationSteps steps;

    private EvaluationCaseApi cases;
    private Judge judge;

    @BeforeEach
    void people() {
        cases = clients.api(EvaluationCaseApi.class, "ava", Role.POLICY_AUTHOR);
        judge = new Judge(clients);
    }

    /// VIOLATES is said of every text with a drum.
    @Test
    void eachCellAndRowOfTheReportLeadsToItsCases() {
        var run =
                judged(
                        "cases-cells",
                        golden("Drum one", "en", true, true),
                        golden("Drum two", "de", true, false),
                        golden("Flute three", "en", true, true),
                        golden("Drum four", null, false, true),
                        golden("Harp five", null, false, false));

        assertThat(texts(run, null, null, null, null, null, null))
                .containsExactly("Drum one", "Drum two", "Flute three", "Drum four", "Harp five");
        assertThat(texts(run, Outcome.VIOLATES, Outcome.SAFE, null, null, null, null))
                .containsExactly("Flute three");
        assertThat(texts(run, Outcome.SAFE, Outcome.VIOLATES, null, null, null, null))
                .containsExactly("Drum four");
        assertThat(texts(run, null, null, Result.WRONG, true, null, null))
                .containsExactly("Flute three", "Drum four");
        assertThat(texts(run, null, null, Result.RIGHT, false, null, null))
                .containsExactly("Drum two", "Harp five");
        assertThat(texts(run, null, null, null, null, "NO1", null))
                .as("expected or cited")
                .containsExactly("Drum one", "Drum two", "Flute three", "Drum four");
        assertThat(texts(run, null, null, null, null, null, "de")).containsExactly("Drum two");
        assertThat(texts(run, null, null, null, null, null, "und"))
                .containsExactly("Drum four", "Harp five");
        assertThat(texts(run, null, Outcome.UNDETERMINED, null, null, null, null)).isEmpty();
    }

    @Test
    void caseTellsItsExpectationItsVerdictAndWhatItTook() {
        var run = judged("cases-told", golden("Drum one", "en", false, true));
        var shown = list(run, null).items().getFirst();
        assertThat(shown.position()).isOne();
        assertThat(shown.expected()).isEqualTo(new GoldenExpectation(Outcome.SAFE, null, null));
        assertThat(shown.guarded()).isTrue();
        assertThat(shown.language()).isEqualTo("en");
        assertThat(shown.result()).isEqualTo(Result.WRONG);
        assertThat(shown.seconds()).isEqualTo(0.001);
        var verdict = Objects.requireNonNull(shown.verdict());
        assertThat(verdict.rationale()).isEqualTo("closest to NO1");
        assertThat(verdict.ruleIds()).containsExactly("NO1");
        assertThat(verdict.policyVersion()).isEqualTo(run.policyVersion());
    }

    @Test
    void failedCaseIsListedWithoutAVerdict() {
        var run = start("cases-failed", golden("Drum one", "en", true, false));
        steps.step(run.id());
        steps.step(run.id());
        judge.giveUp("cases-failed");
        steps.step(run.id());
        var failed =
                cases.list(run.id(), null, null, Result.FAILED, null, null, null, null).items();
        assertThat(failed)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.verdict()).isNull();
                    assertThat(each.result()).isEqualTo(Result.FAILED);
                });
        assertThat(texts(run, null, null, Result.WRONG, null, null, null)).isEmpty();
    }

    @Test
    void listGoesOnPageByPage() {
        var run =
                judged(
                        "cases-pages",
                        IntStream.rangeClosed(1, Page.DEFAULT_SIZE + 2)
                                .mapToObj(number -> golden("Harp " + number, "en", false, false))
                                .toArray(NewGoldenCase[]::new));
        var first = list(run, null);
        assertThat(first.items()).hasSize(Page.DEFAULT_SIZE);
        var second = list(run, first.next());
        assertThat(second.next()).isNull();
        assertThat(Stream.concat(first.items().stream(), second.items().stream()))
                .extracting(EvaluationCase::position)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, Page.DEFAULT_SIZE + 2).boxed().toList());
    }

    @Test
    void onlyWhoMaySeeContentsReadsCases() {
        var run = start("cases-closed", golden("Drum one", "en", true, false));
        var approver = clients.api(EvaluationCaseApi.class, "ben", Role.POLICY_APPROVER);
        assertThatThrownBy(() -> approver.list(run.id(), null, null, null, null, null, null, null))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        assertThat(list(run, null).items()).as("nothing is judged yet").isEmpty();
        assertThatThrownBy(() -> list(run, "third"))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class)
                .hasMessageContaining("cursor");
    }

    private List<String> texts(
            Evaluation run,
            @Nullable Outcome expected,
            @Nullable Outcome actual,
            @Nullable Result result,
            @Nullable Boolean guarded,
            @Nullable String rule,
            @Nullable String language) {
        return cases
                .list(run.id(), expected, actual, result, guarded, rule, language, null)
                .items()
                .stream()
                .map(each -> each.content().asText())
                .toList();
    }

    private Page<EvaluationCase> list(Evaluation run, @Nullable String cursor) {
        return cases.list(run.id(), null, null, null, null, null, null, cursor);
    }

    private Evaluation judged(String slug, NewGoldenCase... golden) {
        var run = start(slug, golden);
        var api = clients.api(EvaluationApi.class, "ava", Role.POLICY_AUTHOR);
        var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < deadline) {
            if (api.get(run.id()).state() == State.COMPLETED) {
                return api.get(run.id());
            }
            steps.step(run.id());
            judge.some(
                    slug,
                    (_, text) -> text.startsWith("Drum") ? Outcome.VIOLATES : Outcome.SAFE,
                    0.9);
        }
        throw new AssertionError("not complete in time: " + api.get(run.id()).progress());
    }

    private Evaluation start(String slug, NewGoldenCase... golden) {
        int version = policies.create(slug).number();
        clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR)
                .importCases(slug, new GoldenImport("hand", List.of(golden)));
        return clients.api(EvaluationApi.class, "ava", Role.POLICY_AUTHOR)
                .start(slug, new NewEvaluation(version, new EvaluationSource.Golden(null, null)));
    }

    private static NewGoldenCase golden(
            String text, @Nullable String language, boolean violates, boolean guarded) {
        return new NewGoldenCase(
                new Message(text, language),
                violates
                        ? new GoldenExpectation(Outcome.VIOLATES, "noise", "NO1")
                        : new GoldenExpectation(Outcome.SAFE, null, null),
                null,
                guarded);
    }
}
