package dev.precept.registry.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.access.Role;
import dev.precept.contracts.intake.ItemApi;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Demand;
import dev.precept.contracts.rollout.Disagreement;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutAction;
import dev.precept.contracts.rollout.RolloutApi;
import dev.precept.contracts.rollout.RolloutEvent;
import dev.precept.contracts.rollout.RolloutEvent.Action;
import dev.precept.contracts.rollout.RolloutFigures;
import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.contracts.rollout.RolloutPoint;
import dev.precept.contracts.rollout.RolloutStep;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.FakeWorker.Leased;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class RolloutIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private RolloutWatch watch;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void canaryGivesTheItemsOfItsShareToTheCandidateAndNoOthers() {
        var world = world("canary-share", 2);
        world.start(Kind.CANARY, 2, 40, RolloutWorld.LOOSE);
        var items = world.submit(60);
        world.judge(_ -> Outcome.SAFE);
        assertThat(items)
                .allSatisfy(item ->
                        assertThat(world.judgedBy(item))
                                .containsExactly(inCanary(item, "canary-share", 40) ? 2 : 1));
        assertThat(items).anyMatch(item -> inCanary(item, "canary-share", 40));
    }

    @Test
    void bucketIsTheSameInTheDatabaseAndHereAndSpreadsEvenly() {
        int low = 0;
        for (int index = 0; index < 2_000; index++) {
            var item = new ItemId(UUID.randomUUID());
            int here = Bucket.of(item, "spread", "live");
            assertThat(
                            jdbc.queryForObject(
                                    "select rollout_bucket(?, 'spread', 'live')",
                                    Integer.class,
                                    item.value()))
                    .isEqualTo(here);
            low += here < 2_500 ? 1 : 0;
        }
        assertThat(low).isBetween(400, 600);
    }

    @Test
    void candidateThatIsSteppedUpKeepsItsItemsAndPromotionMovesTheAlias() {
        var world = world("canary-steps", 2);
        var canary =
                world.api.start(
                        "canary-steps",
                        new NewRollout(
                                null, Kind.CANARY, 2, null, null, RolloutWorld.LOOSE, "try"));
        assertThat(canary.share()).isEqualTo(1);
        var five = world.step(canary, null);
        assertThat(five.share()).isEqualTo(5);
        assertRefused(() -> world.step(canary, null), 409, "based on revision 1");
        var all = world.step(five, 100);
        assertRefused(() -> world.step(all, null), 409, "100 % is the last step");
        assertThat(world.promote(all).state()).isEqualTo(State.PROMOTED);
        assertThat(world.live()).isEqualTo(2);
        assertThat(world.api.events("canary-steps", canary.id()))
                .extracting(RolloutEvent::action, RolloutEvent::share, RolloutEvent::reason)
                .containsExactly(
                        tuple(Action.PROMOTED, 100, "good"),
                        tuple(Action.STEPPED, 100, "looks good"),
                        tuple(Action.STEPPED, 5, "looks good"),
                        tuple(Action.STARTED, 1, "try"));
        world.rollback();
        assertThat(world.live()).isEqualTo(1);
    }

    @Test
    void everyItemThatTheCandidateAnswersIsComparedWithoutEffect() {
        var world = world("canary-compare", 2);
        var canary = world.start(Kind.CANARY, 2, 100, RolloutWorld.LOOSE);
        var items = world.submit(6);
        world.judge(job -> job.version().number() == 2 ? Outcome.SAFE : Outcome.UNDETERMINED);
        assertThat(items).allSatisfy(item -> assertThat(world.judgedBy(item)).containsExactly(2));
        assertThat(casesOf("canary-compare", 1)).isZero();
        assertThat(world.now(canary).figures().kinds())
                .containsExactly(new RolloutFigures.Kind(Outcome.UNDETERMINED, Outcome.SAFE, 6));
    }

    @Test
    void shadowJudgesItsShareBesideTheLiveVersionAndChangesNothing() {
        var world = world("shadow", 2);
        var shadow = world.start(Kind.SHADOW, 2, 50, RolloutWorld.LOOSE);
        var items = world.submit(40);
        world.judge(job -> job.version().number() == 1 ? Outcome.SAFE : Outcome.UNDETERMINED);
        long expected =
                items.stream().filter(item -> Bucket.inShadow(item, "shadow", "live", 50)).count();
        assertThat(expected).isBetween(5L, 35L);
        assertThat(items).allSatisfy(item -> assertThat(world.judgedBy(item)).containsExactly(1));
        var figures = world.now(shadow).figures();
        assertThat(figures.judged()).isEqualTo((int) expected);
        assertThat(figures.undetermined().value()).isEqualTo(1);
        assertThat(figures.disagreement().of()).isEqualTo((int) expected);
        assertThat(casesOf("shadow", 2)).isZero();
        assertThat(found("shadow")).hasSize(40).containsOnly(1);
        assertThat(
                        world.api.course("shadow", shadow.id()).stream()
                                .mapToInt(RolloutPoint::compared)
                                .sum())
                .isEqualTo((int) expected);
        assertThat(
                        jdbc.queryForList(
                                "select distinct purpose from job where policy_slug = 'shadow' and policy_number = 2",
                                String.class))
                .containsExactly("SHADOW");
    }

    @Test
    void disagreementsArePagedAndFilteredByKindWithBothVerdicts() {
        var world = world("differ", 2);
        var shadow = world.start(Kind.SHADOW, 2, 100, RolloutWorld.LOOSE);
        world.submit(60);
        world.judge(_ -> Outcome.SAFE);
        assertThat(disagreements(world, shadow, null, null)).isEmpty();
        world.submit(55);
        world.judge(job -> job.version().number() == 1 ? Outcome.SAFE : Outcome.VIOLATES);
        world.submit(2);
        world.judge(job -> job.version().number() == 1 ? Outcome.VIOLATES : Outcome.UNDETERMINED);
        assertThat(disagreements(world, shadow, null, null)).hasSize(57);
        assertThat(disagreements(world, shadow, Outcome.SAFE, Outcome.VIOLATES)).hasSize(55);
        assertThat(disagreements(world, shadow, Outcome.VIOLATES, null))
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.stable().policyVersion().number()).isEqualTo(1);
                    assertThat(one.candidate().outcome()).isEqualTo(Outcome.UNDETERMINED);
                });
        assertThat(disagreements(world, shadow, Outcome.UNDETERMINED, null)).isEmpty();
        var submitter = clients.api(RolloutApi.class, "ava", Role.POLICY_APPROVER);
        assertRefused(
                () -> submitter.disagreements("differ", shadow.id(), null, null, null), 403, "");
        assertRefused(
                () -> world.api.disagreements("differ", shadow.id(), null, null, "soon"),
                422,
                "cursor");
    }

    @Test
    void canaryThatDisagreesTooOftenHaltsByItselfWithFiguresAndGivesTrafficBack() {
        var world = world("halt-differs", 2);
        var canary = world.start(Kind.CANARY, 2, 100, new RolloutLimits(0.05, 0.1, 20));
        world.submit(3);
        world.judge(this::candidateViolates);
        watch.look();
        assertThat(world.now(canary).state()).isEqualTo(State.RUNNING);
        world.submit(20);
        world.judge(this::candidateViolates);
        assertThat(lookUntilItStops(world, canary).state()).isEqualTo(State.HALTED);
        var event = world.api.events("halt-differs", canary.id()).getFirst();
        assertThat(event.actor()).isEqualTo("precept");
        assertThat(event.reason()).startsWith("23 of 23 disagree: 100.0 %");
        assertThat(ledger("halt-differs")).contains("policy.rollout.halted");
        assertThat(clients.api(MeApi.class, "ben", Role.POLICY_ACTIVATOR).inbox().matters())
                .filteredOn(matter -> matter.slug().equals("halt-differs"))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.kind()).isEqualTo(Matter.Kind.ROLLOUT_HALTED);
                    assertThat(matter.version()).isEqualTo(2);
                    assertThat(matter.detail())
                            .isEqualTo(
                                    "The canary at live was halted by itself. " + event.reason());
                });
        var after = world.submit(2);
        world.judge(_ -> Outcome.SAFE);
        assertThat(after).allSatisfy(item -> assertThat(world.judgedBy(item)).containsExactly(1));
        assertRefused(() -> world.promote(world.now(canary)), 409, "HALTED, not RUNNING");
        var again = world.resume(world.now(canary));
        watch.look();
        assertThat(world.now(again).state()).isEqualTo(State.RUNNING);
        var next = world.submit(1);
        world.judge(_ -> Outcome.SAFE);
        assertThat(world.judgedBy(next.getFirst())).containsExactly(2);
    }

    @Test
    void candidateThatIsOftenUndeterminedHaltsBeforeAnythingIsCompared() {
        var world = world("halt-unsure", 2);
        var canary = world.start(Kind.CANARY, 2, 100, new RolloutLimits(1, 0.1, 20));
        world.submit(25);
        world.worker.judge(world.worker.lease("halt-unsure"), Outcome.UNDETERMINED);
        assertThat(lookUntilItStops(world, canary).state()).isEqualTo(State.HALTED);
        assertThat(world.api.events("halt-unsure", canary.id()).getFirst().reason())
                .startsWith("25 of 25 are UNDETERMINED");
    }

    @Test
    void dueStepIsTakenOnlyWhenEnoughWasCompared() {
        var world = world("step-due", 2);
        var wish =
                new NewRollout(
                        "live",
                        Kind.SHADOW,
                        2,
                        List.of(100),
                        5,
                        new RolloutLimits(0.5, 0.5, 3),
                        null);
        assertThat(world.api.start("step-due", wish).nextStepAt()).isNull();
        var canary =
                world.api.start(
                        "step-due",
                        new NewRollout(
                                "live",
                                Kind.CANARY,
                                2,
                                List.of(60, 100),
                                5,
                                new RolloutLimits(0.5, 0.5, 3),
                                null));
        assertThat(canary.nextStepAt()).isNotNull();
        jdbc.update(
                "update rollout set next_step_at = now() - interval '1 minute' where id = ?",
                canary.id().value());
        watch.look();
        assertThat(world.now(canary).share()).isEqualTo(60);
        world.submit(30);
        world.judge(_ -> Outcome.SAFE);
        for (int look = 0; look < 500 && world.now(canary).share() == 60; look++) {
            watch.look();
        }
        assertThat(world.now(canary).share()).isEqualTo(100);
        assertThat(world.now(canary).nextStepAt()).isNull();
    }

    @Test
    void rollbackEndsCanaryAndShadowAndWhatIsLeasedFinishesUnderItsVersion() {
        var world = world("roll-back", 4);
        world.point(2);
        var canary = world.start(Kind.CANARY, 3, 100, RolloutWorld.LOOSE);
        var shadow = world.start(Kind.SHADOW, 4, 100, RolloutWorld.LOOSE);
        var held = world.submit(1).getFirst();
        var inHand = world.worker.lease("roll-back");
        assertThat(inHand).extracting(job -> job.version().number()).containsExactly(3);
        var waiting = world.submit(1).getFirst();
        world.rollback();
        assertThat(List.of(world.now(canary), world.now(shadow)))
                .extracting(Rollout::state)
                .containsOnly(State.ENDED);
        assertThat(world.worker.judge(inHand, Outcome.SAFE)).isEqualTo(1);
        assertThat(world.judgedBy(held)).containsExactly(3);
        world.judge(_ -> Outcome.SAFE);
        assertThat(world.judgedBy(waiting)).containsExactly(1);
        assertThat(world.api.events("roll-back", canary.id()).getFirst().action())
                .isEqualTo(Action.ROLLED_BACK);
    }

    @Test
    void abortTakesBackTheComparisonsThatWait() {
        var world = world("abort", 2);
        var shadow = world.start(Kind.SHADOW, 2, 100, RolloutWorld.LOOSE);
        world.submit(5);
        world.worker.judge(world.worker.lease("abort"), Outcome.SAFE);
        assertThat(waiting(shadow)).isEqualTo(5);
        var action = new RolloutAction("enough");
        assertThat(world.api.abort("abort", shadow.id(), action).state()).isEqualTo(State.ABORTED);
        assertThat(world.api.abort("abort", shadow.id(), action).state()).isEqualTo(State.ABORTED);
        for (int look = 0; look < 500 && waiting(shadow) > 0; look++) {
            watch.look();
        }
        assertThat(waiting(shadow)).isZero();
        assertRefused(() -> world.promote(world.now(shadow)), 409, "ABORTED, not RUNNING");
    }

    @Test
    void ofTwoActivationsAtOnceBothHappenInOneOrderAndTheRolloutEndsOnce() throws Exception {
        var world = world("race-rollout", 3);
        var canary = world.start(Kind.CANARY, 2, 50, RolloutWorld.LOOSE);
        assertThat(atOnce(() -> world.promote(canary), () -> world.point(3))).contains(true);
        var ended = world.now(canary);
        assertThat(ended.open()).isFalse();
        assertThat(world.live()).isIn(2, 3);
        assertThat(world.api.events("race-rollout", canary.id())).hasSize(2);
        assertThat(
                        atOnce(
                                () -> world.start(Kind.CANARY, 1, 5, RolloutWorld.LOOSE),
                                () -> world.start(Kind.CANARY, 1, 7, RolloutWorld.LOOSE)))
                .containsExactlyInAnyOrder(true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "101  | 2 | 0.05 | 50 | A share of 101 %; give 1 to 100",
                "-5   | 2 | 0.05 | 50 | A share of -5 %",
                "0    | 2 | 0.05 | 50 | A share of 0 %",
                "5    | 1 | 0.05 | 50 | points at version 1 already",
                "5    | 9 | 0.05 | 50 | has no version 9",
                "5    | 0 | 0.05 | 50 | Version 0 cannot be",
                "5    | 3 | 0.05 | 50 | approved versions only",
                "5    | 2 | 1.5  | 50 | outside 0 to 1",
                "5    | 2 | 0.05 | 0  | A minimum of 0 items"
            })
    void wishThatCannotBeIsRefusedWithWhatWouldDo(
            int share, int candidate, double limit, int minimum, String said) {
        var slug = "wish-" + Math.abs(said.hashCode()) + "x" + (share + 10);
        var world = world(slug, 2);
        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                .draft(slug, new NewDraft(LivePolicies.TEXT));
        assertRefused(
                () ->
                        world.start(
                                Kind.CANARY,
                                candidate,
                                share,
                                new RolloutLimits(limit, 0.1, minimum)),
                422,
                said);
        assertThat(world.api.list(slug, null).items()).isEmpty();
    }

    @Test
    void stepsThatDoNotGrowUnknownThingsAndOtherRolesAreRefused() {
        var world = world("wish-more", 2);
        for (var steps : List.of(List.of(5, 5), List.of(25, 5), List.<Integer>of())) {
            assertRefused(
                    () ->
                            world.api.start(
                                    "wish-more",
                                    new NewRollout(
                                            "live", Kind.CANARY, 2, steps, null, null, null)),
                    422,
                    "");
        }
        assertRefused(
                () ->
                        world.api.start(
                                "wish-more",
                                new NewRollout("dusk", Kind.CANARY, 2, null, null, null, null)),
                422,
                "no alias dusk");
        assertRefused(() -> world("nowhere-else", 1).api.list("nowhere-else", "x"), 422, "cursor");
        var canary = world.start(Kind.CANARY, 2, 5, RolloutWorld.LOOSE);
        assertRefused(() -> world.start(Kind.CANARY, 2, 5, RolloutWorld.LOOSE), 409, "is open");
        assertRefused(() -> world.step(canary, 101), 422, "A share of 101 %");
        assertRefused(() -> world("other-one", 1).now(canary), 404, "has no rollout");
        var author = clients.api(RolloutApi.class, "ava", Role.POLICY_AUTHOR);
        assertRefused(
                () -> author.halt("wish-more", canary.id(), new RolloutAction("no")), 403, "");
        assertRefused(
                () -> world.api.step("wish-more", canary.id(), "*", new RolloutStep(9, "")),
                422,
                "If-Match");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update policy_alias set canary_share = 50 where slug = '%s' | running canary",
                "update policy_alias set canary_share = 5, canary_number = 1, canary_sha256 = sha256 where slug = '%s' | running canary",
                "update rollout set share = 101 where slug = '%s' | share",
                "update rollout set candidate_number = 1 where slug = '%s' | keeps its versions",
                "delete from rollout where slug = '%s' | append-only",
                "update rollout_event set reason = 'x' where rollout_id in (select id from rollout where slug = '%s') | append-only",
                "update policy_version set status = 'RETIRED' where slug = '%s' and number = 2 | in use",
                "update rollout set state = 'RUNNING', ended_at = now() where slug = '%s' | check"
            })
    void databaseHoldsAgainstWhoeverWritesPastTheApplication(String statement, String said) {
        var slug = "direct-" + Math.abs(statement.hashCode());
        world(slug, 2).start(Kind.CANARY, 2, 5, RolloutWorld.LOOSE);
        assertThatThrownBy(() -> jdbc.update(statement.formatted(slug)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(said);
    }

    @Test
    void whoMayNotMakeAVersionLiveMayNotGiveItAShareEither() {
        var world = world("canary-writer", 2);
        var rules = clients.api(ChangeRequestApi.class, "cleo", Role.POLICY_APPROVER);
        rules.setRules(
                "canary-writer",
                Integer.toString(rules.rules("canary-writer").revision()),
                new ApprovalRulesEdit(1, List.of(), Set.of(Demand.WRITERS_MAY_NOT_ACTIVATE)));
        var writer = clients.api(RolloutApi.class, "ava", Role.POLICY_ACTIVATOR);
        var wish =
                new NewRollout(
                        "live", Kind.CANARY, 2, List.of(5), null, RolloutWorld.LOOSE, "mine");
        assertRefused(() -> writer.start("canary-writer", wish), 403, "another person");
        var canary = world.api.start("canary-writer", wish);
        world.api.abort("canary-writer", canary.id(), new RolloutAction("enough"));
        assertThatThrownBy(() ->
                        jdbc.update(
                                """
                                insert into rollout
                                       (id, slug, alias, kind, stable_number, stable_sha256,
                                        candidate_number, candidate_sha256, share, steps,
                                        disagreement_limit, undetermined_limit, minimum,
                                        started_by, started_at)
                                select uuidv7(), slug, alias, kind, stable_number,
                                       stable_sha256, candidate_number, candidate_sha256,
                                       share, steps, disagreement_limit,
                                       undetermined_limit, minimum, 'ava', now()
                                  from rollout where id = ?
                                """,
                                canary.id().value()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("four_eyes");
    }

    @Test
    void aliasThatIsMovedPastTheApplicationHasNoCanaryAndItsRolloutEnds() {
        var world = world("direct-move", 3);
        var canary = world.start(Kind.CANARY, 2, 100, RolloutWorld.LOOSE);
        jdbc.update("update policy_alias set number = 3 where slug = 'direct-move'");
        var item = world.submit(1).getFirst();
        world.judge(_ -> Outcome.SAFE);
        assertThat(world.judgedBy(item)).containsExactly(3);
        assertThat(lookUntilItStops(world, canary).state()).isEqualTo(State.ENDED);
    }

    private RolloutWorld world(String slug, int versions) {
        return new RolloutWorld(clients, policies, slug, versions);
    }

    private static boolean inCanary(ItemId item, String slug, int share) {
        return Bucket.of(item, slug, "live") < share * 100;
    }

    private Outcome candidateViolates(Leased job) {
        return job.version().number() == 2 ? Outcome.VIOLATES : Outcome.SAFE;
    }

    private Rollout lookUntilItStops(RolloutWorld world, Rollout rollout) {
        for (int look = 0; look < 500 && world.now(rollout).state() == State.RUNNING; look++) {
            watch.look();
        }
        return world.now(rollout);
    }

    private List<Disagreement> disagreements(
            RolloutWorld world, Rollout rollout, @Nullable Outcome was, @Nullable Outcome is) {
        var all = new ArrayList<Disagreement>();
        var page = world.api.disagreements(world.slug, rollout.id(), was, is, null);
        all.addAll(page.items());
        while (page.next() != null) {
            page = world.api.disagreements(world.slug, rollout.id(), was, is, page.next());
            all.addAll(page.items());
        }
        return all;
    }

    private int casesOf(String slug, int number) {
        return count(
                "select count(*) from review_case join verdict on verdict.id = verdict_id"
                        + " where verdict.policy_slug = ? and verdict.policy_number = ?",
                slug,
                number);
    }

    private int waiting(Rollout rollout) {
        return count(
                "select count(*) from job where batch_id = ? and status = 'QUEUED'",
                rollout.id().value());
    }

    private int count(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Integer.class, parameters));
    }

    private List<@Nullable String> ledger(String slug) {
        return jdbc.queryForList(
                "select type from ledger_entry where subject = ?", String.class, "policy:" + slug);
    }

    private List<Integer> found(String slug) {
        return clients
                .api(ItemApi.class, "cleo", Role.AUDITOR)
                .search(new ItemSearch(null, slug, null, null, null, null, null, null), null, 200)
                .items()
                .stream()
                .map(row -> Objects.requireNonNull(row.verdict()).policyVersion().number())
                .toList();
    }

    private static List<Boolean> atOnce(Runnable... calls) throws Exception {
        var start = new CyclicBarrier(calls.length);
        var tasks = new ArrayList<Callable<Boolean>>();
        for (var call : calls) {
            tasks.add(() -> {
                start.await();
                try {
                    call.run();
                    return true;
                } catch (HttpClientErrorException refused) {
                    return false;
                }
            });
        }
        var done = new ArrayList<Boolean>();
        try (var threads = Executors.newFixedThreadPool(calls.length)) {
            for (var result : threads.invokeAll(tasks)) {
                done.add(result.get());
            }
        }
        return done;
    }

    private static void assertRefused(Runnable call, int status, String reason) {
        assertThatThrownBy(call::run)
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining(String.valueOf(status))
                .hasMessageContaining(reason);
    }
}
