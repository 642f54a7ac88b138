package dev.precept.registry.rollout;

import static dev.precept.registry.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.intake.ItemApi;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.rollout.Disagreement;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.RolloutApi;
import dev.precept.contracts.rollout.RolloutFigures;
import dev.precept.contracts.rollout.RolloutPoint;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// What a canary and a shadow do to items, and what is seen of it.
@RegistryTest
class RolloutIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
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

    private static boolean inCanary(ItemId item, String slug, int share) {
        return Bucket.of(item, slug, "live") < share * 100;
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

    private @Nullable Integer casesOf(String slug, int number) {
        return jdbc.queryForObject(
                "select count(*) from review_case join verdict on verdict.id = verdict_id"
                        + " where verdict.policy_slug = ? and verdict.policy_number = ?",
                Integer.class,
                slug,
                number);
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

    private RolloutWorld world(String slug, int versions) {
        return new RolloutWorld(clients, policies, slug, versions);
    }
}
