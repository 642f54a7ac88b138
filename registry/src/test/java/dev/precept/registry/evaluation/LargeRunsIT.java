package dev.precept.registry.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationCase.Result;
import dev.precept.contracts.evaluation.EvaluationCaseApi;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// A policy of 200 versions and two runs of 10,000 cases. What each page takes is logged.
@RegistryTest
class LargeRunsIT {

    private static final Logger LOG = LoggerFactory.getLogger(LargeRunsIT.class);
    private static final int CASES = 10_000;
    private static final int VERSIONS = 200;
    private static final int TRIES = 5;

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;

    @Test
    void pagesOfALargePolicyOpenAtOnce() {
        var version = policies.create("large-runs");
        var author = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        for (int number = 2; number <= VERSIONS; number++) {
            author.draft("large-runs", new NewDraft(LivePolicies.TEXT));
        }
        var before = run(version, 0);
        var now = run(version, 3);
        owner.jdbc().execute("analyze evaluation_case");
        var api = clients.api(EvaluationApi.class, "ava", Role.POLICY_AUTHOR);

        assertThat(measured("versions", () -> author.versions("large-runs"))).hasSize(VERSIONS);
        assertThat(measured("policy", () -> author.get("large-runs")).slug())
                .isEqualTo("large-runs");
        assertThat(measured("report", () -> api.report(now)).accuracy().of()).isEqualTo(CASES);
        var single = clients.api(EvaluationCaseApi.class, "ava", Role.POLICY_AUTHOR);
        var wrong =
                measured(
                        "wrong cases from 9,000 on",
                        () -> single.list(now, null, null, Result.WRONG, null, null, null, "9000"));
        assertThat(wrong.items()).hasSize(50).allMatch(each -> each.position() > 9_000);
        assertThat(
                        measured(
                                        "cases of a rule that none has",
                                        () ->
                                                single.list(
                                                        now, null, null, null, null, "NO9", null,
                                                        null))
                                .items())
                .isEmpty();
        var comparison = measured("comparison", () -> api.compare(now, before));
        assertThat(comparison.shared()).isEqualTo(CASES);
        assertThat(comparison.flips()).isEqualTo(3_334);
        var page = measured("flips", () -> api.flips(now, before, null, null, null, null));
        assertThat(page.items()).isNotEmpty();
        var last =
                measured(
                        "flips from 9,000 on",
                        () -> api.flips(now, before, null, null, null, "9000"));
        assertThat(last.items()).isNotEmpty().allMatch(flip -> flip.position() > 9_000);
    }

    private static <T> T measured(String page, Supplier<T> call) {
        T answer = call.get();
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var started = System.nanoTime();
            answer = call.get();
            best = Math.min(best, Duration.ofNanos(System.nanoTime() - started).toMillis());
        }
        LOG.info("MEASURED {}: {} ms, best of {}", page, best, TRIES);
        return answer;
    }

    /// A completed run on items of its own policy; every third case of it says something else, if
    /// asked.
    private EvaluationId run(PolicyVersionRef version, int flipped) {
        var id = UUID.randomUUID();
        jdbc.update(
                """
                insert into item (id, content, submitted_by, submitted_at, playground)
                select md5('large ' || n)::uuid,
                       jsonb_build_object('kind', 'message', 'text', 'Drums of evening ' || n), 'precept',
                       now(), true
                  from generate_series(1, ?) n on conflict do nothing
                """,
                CASES);
        jdbc.update(
                """
                insert into job (id, item_id, batch_id, policy_slug, policy_number, policy_sha256, purpose,
                                 lane, status, created_at, available_at, rank_at, ended_at)
                select md5(? || n)::uuid, md5('large ' || n)::uuid, ?, ?, ?, ?, 'EVALUATION', 'EVALUATION',
                       'DONE', now(), now(), now(), now()
                  from generate_series(1, ?) n
                """,
                id.toString(),
                id,
                version.slug(),
                version.number(),
                version.sha256(),
                CASES);
        jdbc.update(
                """
                insert into verdict (id, job_id, item_id, policy_slug, policy_number, policy_sha256, outcome,
                                     labels, rule_ids, confidence, confidence_source, rationale, model_name,
                                     model_digest, model_runtime, model_settings, queued_millis,
                                     inference_millis, total_millis, truncated, created_at)
                select md5(j.id || 'v')::uuid, j.id, j.item_id, ?, ?, ?,
                       case when ? > 0 and n % 3 = 1 then 'SAFE' else 'VIOLATES' end, '{}', '{}', 0.8,
                       'STATED', 'closest to NO1', 'fake', repeat('0', 64), 'none', '{}', 1, 1, 2, false,
                       now()
                  from generate_series(1, ?) n join job j on j.id = md5(? || n)::uuid
                """,
                version.slug(), version.number(), version.sha256(), flipped, CASES, id.toString());
        jdbc.update(
                """
                insert into evaluation (id, slug, policy_number, policy_sha256, kind, replay_count,
                                        started_by, created_at)
                values (?, ?, ?, ?, 'REPLAY', ?, 'ava', now())
                """,
                id,
                version.slug(),
                version.number(),
                version.sha256(),
                CASES);
        jdbc.update(
                """
                insert into evaluation_case (evaluation_id, position, origin, expected_outcome, guarded,
                                             language, state, item_id, verdict_id, outcome, labels, rule_ids,
                                             rationale_length, tokens, millis)
                select ?, n, v.item_id, 'VIOLATES', false, 'en', 'JUDGED', v.item_id, v.id, v.outcome, '{}',
                       '{}', 14, 100, 1
                  from generate_series(1, ?) n join verdict v on v.job_id = md5(? || n)::uuid
                """,
                id,
                CASES,
                id.toString());
        jdbc.update("update evaluation set state = 'RUNNING' where id = ?", id);
        jdbc.update(
                "update evaluation set state = 'COMPLETED', finished_at = now() where id = ?", id);
        return new EvaluationId(id);
    }
}
