package dev.precept.registry.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.evaluation.Comparison.FlipKind;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.Flip;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.evaluation.GateResult.Status;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class EvaluationIT {

    /// Low enough that a verdict of traffic would become a case.
    private static final double DOUBT = 0.1;

    private static final EvaluationSource GOLDEN = new EvaluationSource.Golden(null, null);

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private EvaluationSteps steps;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;

    private EvaluationApi api;
    private Judge judge;

    @BeforeEach
    void people() {
        api = clients.api(EvaluationApi.class, "ava", Role.POLICY_AUTHOR, Role.POLICY_APPROVER);
        judge = new Judge(clients);
    }

    @Test
    void fiveThousandCasesAreJudgedOnceEachThoughStepsDieOnTheWay() {
        var version = golden("eval-many", 5_000);
        var run = api.start("eval-many", new NewEvaluation(version.number(), GOLDEN));
        var judged = finish(run, "eval-many", this::evenViolates);
        assertThat(judged.progress()).isEqualTo(new Evaluation.Progress(5_000, 5_000, 0));
        assertThat(count("select count(*) from job where batch_id = ?", run)).isEqualTo(5_000);
        assertThat(
                        count(
                                "select count(distinct verdict.item_id) from verdict join job on"
                                        + " job.id = verdict.job_id and job.batch_id = ?",
                                run))
                .isEqualTo(5_000);
        var report = api.report(run.id());
        assertThat(report.overall().recall().value()).isEqualTo(1);
        assertThat(report.overall().precision().value()).isEqualTo(1);
        assertThat(report.models())
                .singleElement()
                .satisfies(model -> assertThat(model.name()).isEqualTo("fake"));
    }

    @Test
    void evaluationHasNoEffects() {
        var version = golden("eval-quiet", 4);
        var run = api.start("eval-quiet", new NewEvaluation(version.number(), GOLDEN));
        finish(run, "eval-quiet", (_, _) -> Outcome.UNDETERMINED);
        assertThat(
                        count(
                                "select count(*) from review_case join verdict on verdict.id ="
                                        + " verdict_id join job on job.id = verdict.job_id"
                                        + " where job.batch_id = ?",
                                run))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from job join item on item.id = job.item_id where"
                                        + " batch_id = ? and not item.playground",
                                run))
                .isZero();
    }

    @Test
    void flipsBetweenTwoVersionsAreListedWithBothVerdicts() {
        var first = golden("eval-flips", 6);
        var second = draft("eval-flips");
        var before = api.start("eval-flips", new NewEvaluation(first.number(), GOLDEN));
        finish(before, "eval-flips", this::evenViolates);
        var now = api.start("eval-flips", new NewEvaluation(second, GOLDEN));
        finish(now, "eval-flips", (_, _) -> Outcome.VIOLATES);
        var comparison = api.compare(now.id(), before.id());
        assertThat(comparison.shared()).isEqualTo(6);
        assertThat(comparison.flips()).isEqualTo(3);
        assertThat(comparison.broken()).isEqualTo(3);
        assertThat(comparison.mended()).isZero();
        assertThat(comparison.mcNemar()).isEqualTo(0.25);
        assertThat(comparison.kinds())
                .containsExactly(new FlipKind(Outcome.SAFE, Outcome.VIOLATES, Change.BROKEN, 3));
        assertThat(flips(now, before, Outcome.VIOLATES, null)).isEmpty();
        assertThat(flips(now, before, null, Change.MENDED)).isEmpty();
        assertThat(flips(now, before, Outcome.SAFE, Change.BROKEN)).hasSize(3);
        assertThat(flips(now, before, null, null))
                .hasSize(3)
                .allSatisfy(flip -> {
                    assertThat(flip.expected().outcome()).isEqualTo(Outcome.SAFE);
                    assertThat(flip.before().outcome()).isEqualTo(Outcome.SAFE);
                    assertThat(flip.now().outcome()).isEqualTo(Outcome.VIOLATES);
                });
    }

    private List<Flip> flips(
            Evaluation now, Evaluation before, @Nullable Outcome was, @Nullable Change change) {
        return api.flips(now.id(), before.id(), was, null, change, null).items();
    }

    @Test
    void cancelledRunKeepsWhatWasJudgedAndQueuesNothingMore() {
        var version = golden("eval-cancel", 700);
        var run = api.start("eval-cancel", new NewEvaluation(version.number(), GOLDEN));
        steps.step(run.id());
        steps.step(run.id());
        assertThat(api.cancel(run.id()).state()).isEqualTo(State.CANCELLED);
        steps.step(run.id());
        assertThat(api.cancel(run.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(
                        count(
                                "select count(*) from job where batch_id = ? and status in"
                                        + " ('QUEUED', 'LEASED')",
                                run))
                .isZero();
    }

    @Test
    void gatesSayWhatWasMeasuredAndWhatWasNot() {
        var version = golden("eval-gates", 4);
        var gates =
                List.of(
                        new Gate(Gate.Kind.RECALL, 0.95),
                        new Gate(Gate.Kind.PROTECTED_WRONG, 0),
                        new Gate(Gate.Kind.REPLAY_CHANGE, 0.02));
        assertThat(api.setGates("eval-gates", "\"0\"", new GateEdit(gates)).revision())
                .isEqualTo(1);
        assertThatThrownBy(() -> api.setGates("eval-gates", "0", new GateEdit(gates)))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
        assertThat(api.measured("eval-gates", version.number()))
                .extracting(result -> result.status())
                .containsOnly(Status.NOT_MEASURED);
        var run = api.start("eval-gates", new NewEvaluation(version.number(), GOLDEN));
        finish(run, "eval-gates", (_, _) -> Outcome.VIOLATES);
        assertThat(api.measured("eval-gates", version.number()))
                .extracting(result -> result.status())
                .containsExactly(Status.PASSED, Status.FAILED, Status.NOT_MEASURED);
    }

    @Test
    void liveMovesOnlyToVersionsThatPassTheirGates() {
        golden("eval-held", 4);
        var next = policies.approve("eval-held");
        var activator = clients.api(PolicyApi.class, "ben", Role.POLICY_ACTIVATOR);
        clients.api(EvaluationApi.class, "ben", Role.POLICY_APPROVER)
                .setGates(
                        "eval-held", "0", new GateEdit(List.of(new Gate(Gate.Kind.RECALL, 0.95))));
        assertThatThrownBy(() ->
                        activator.pointAlias("eval-held", "live", new AliasTarget(next.number())))
                .isInstanceOf(HttpClientErrorException.Conflict.class)
                .hasMessageContaining("gates-closed");
        var run = api.start("eval-held", new NewEvaluation(next.number(), GOLDEN));
        finish(run, "eval-held", this::evenViolates);
        assertThat(activator.pointAlias("eval-held", "live", new AliasTarget(next.number())))
                .extracting(policy -> policy.aliases().get("live"))
                .isEqualTo(next.number());
    }

    @Test
    void replayMeasuresWhatWouldChangeAndLeavesNoTraceOnTheItems() {
        policies.create("eval-replay");
        for (int number = 0; number < 10; number++) {
            clients.as("shop", Role.SUBMITTER)
                    .post()
                    .uri("/v1/classifications")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(
                            """
                            {"policies": ["eval-replay@live"],
                             "content": {"kind": "message", "text": "Drums of noon %d"}}
                            """
                                    .formatted(number))
                    .retrieve()
                    .toBodilessEntity();
        }
        int judged = 0;
        while (judged < 10) {
            judged += judge.some("eval-replay", this::evenViolates, DOUBT);
        }
        api.setGates(
                "eval-replay", "0", new GateEdit(List.of(new Gate(Gate.Kind.REPLAY_CHANGE, 0.02))));
        var second = draft("eval-replay");
        var run =
                api.start(
                        "eval-replay",
                        new NewEvaluation(second, new EvaluationSource.Replay(50, null)));
        finish(run, "eval-replay", (_, _) -> Outcome.VIOLATES);
        var report = api.report(run.id());
        assertThat(report.evaluation().progress().judged()).isEqualTo(10);
        var changed = report.overall().falsePositives();
        assertThat(api.measured("eval-replay", second))
                .singleElement()
                .satisfies(gate -> {
                    assertThat(gate.status()).isEqualTo(Status.FAILED);
                    assertThat(gate.measured()).isCloseTo(changed / 10.0, within(1e-12));
                });
        assertThat(
                        count(
                                "select count(*) from verdict join item on item.id = item_id where"
                                        + " policy_slug = 'eval-replay' and not playground and ?::uuid"
                                        + " is not null",
                                run))
                .isEqualTo(10);
    }

    @Test
    void frozenSetKeepsItsHashAndRefusesChange() {
        golden("eval-frozen", 3);
        var sets = clients.api(GoldenSetVersionApi.class, "ava", Role.POLICY_AUTHOR);
        var first = sets.freeze("eval-frozen");
        assertThat(sets.freeze("eval-frozen")).isEqualTo(first);
        add("eval-frozen", List.of(golden(99)));
        assertThat(sets.freeze("eval-frozen").number()).isEqualTo(2);
        assertThat(sets.list("eval-frozen")).last().isEqualTo(first);
        owner.assertNobodyMay("update golden_set set cases = 9 where slug = 'eval-frozen'");
        refused(
                "insert into golden_set_member select slug, 1, case_id from golden_set_member"
                        + " where slug = 'eval-frozen' and number = 2 on conflict do nothing",
                "too many");
        refused(
                "insert into golden_set values ('eval-frozen', 3, repeat('0', 64), 1, 'mallory', now())",
                "in one transaction");
        golden("eval-other", 1);
        refused(
                """
                with frozen as (
                    insert into golden_set values ('eval-frozen', 3, repeat('0', 64), 1, 'mallory', now()))
                insert into golden_set_member
                select 'eval-frozen', 3, id from golden_case where slug = 'eval-other'
                """,
                "its own policy");
    }

    @Test
    void aRunKeepsWhatItMeasuredAgainstDirectSql() {
        var version = golden("eval-pins", 2);
        var other = policies.approve("eval-pins");
        var open = api.start("eval-pins", new NewEvaluation(version.number(), GOLDEN));
        steps.step(open.id());
        var run = "update evaluation set %s where id = '" + open.id() + "'";
        refused(run.formatted("policy_sha256 = '" + other.sha256() + "'"), "bound to");
        refused(run.formatted("golden_sha256 = repeat('0', 64)"), "bound to");
        refused(run.formatted("state = 'COMPLETED', finished_at = now()"), "open cases");
        refused(
                "insert into evaluation_case select evaluation_id, 9, uuidv7(), expected_outcome,"
                        + " expected_label, expected_rule, guarded, language from evaluation_case"
                        + " where position = 1 and evaluation_id = '%s'".formatted(open.id()),
                "gathered once");
        var cases = "update evaluation_case set %s where evaluation_id = '" + open.id() + "'";
        refused(cases.formatted("expected_outcome = 'SAFE'"), "what is expected");
        finish(open, "eval-pins", this::evenViolates);
        refused(cases.formatted("outcome = 'UNDETERMINED'"), "judged once");
        refused(cases.formatted("state = 'QUEUED', verdict_id = null"), "judged once");
        refused(run.formatted("state = 'RUNNING', finished_at = null"), "does not go from");
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() -> jdbc.update(sql)).rootCause().hasMessageContaining(why);
    }

    /// Steps and judges until the run is complete; every other step is undone, as if the registry
    /// had died before its commit.
    private Evaluation finish(
            Evaluation run, String slug, BiFunction<PolicyVersionRef, String, Outcome> answer) {
        var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < deadline) {
            var seen = api.get(run.id());
            if (seen.state() == State.COMPLETED) {
                return seen;
            }
            new TransactionTemplate(transactions)
                    .executeWithoutResult(killed -> {
                        steps.step(run.id());
                        killed.setRollbackOnly();
                    });
            steps.step(run.id());
            judge.some(slug, answer, DOUBT);
        }
        throw new AssertionError("not complete in time: " + api.get(run.id()).progress());
    }

    private Outcome evenViolates(PolicyVersionRef version, String text) {
        var number = Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
        return number % 2 == 0 ? Outcome.VIOLATES : Outcome.SAFE;
    }

    private PolicyVersionRef golden(String slug, int cases) {
        var version = policies.create(slug);
        add(slug, IntStream.range(0, cases).mapToObj(EvaluationIT::golden).toList());
        return version;
    }

    private void add(String slug, List<NewGoldenCase> cases) {
        clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR)
                .importCases(slug, new GoldenImport("hand", cases));
    }

    private int draft(String slug) {
        return clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                .draft(slug, new NewDraft(LivePolicies.TEXT))
                .summary()
                .number();
    }

    private int count(String sql, Evaluation run) {
        var count = jdbc.queryForObject(sql, Integer.class, run.id().value());
        return count == null ? -1 : count;
    }

    private static NewGoldenCase golden(int number) {
        return new NewGoldenCase(
                new Message("Drums of evening " + number, "en"),
                number % 2 == 0
                        ? new GoldenExpectation(Outcome.VIOLATES, "noise", "NO1")
                        : new GoldenExpectation(Outcome.SAFE, null, null),
                null,
                number < 4);
    }
}
