package dev.precept.registry.rollout;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.intake.ClassificationApi;
import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutAction;
import dev.precept.contracts.rollout.RolloutApi;
import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.contracts.rollout.RolloutStep;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.FakeWorker;
import dev.precept.registry.testing.LivePolicies;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One policy, its activator and its traffic.
final class RolloutWorld {

    static final RolloutLimits LOOSE = new RolloutLimits(1, 1, 1);

    private final ApiClients clients;
    final String slug;
    final RolloutApi api;
    final FakeWorker worker;

    RolloutWorld(ApiClients clients, LivePolicies policies, String slug, int versions) {
        this.clients = clients;
        this.slug = slug;
        this.api = clients.api(RolloutApi.class, "ben", Role.POLICY_ACTIVATOR, Role.AUDITOR);
        this.worker = new FakeWorker(clients);
        policies.create(slug);
        for (int number = 2; number <= versions; number++) {
            policies.approve(slug);
        }
    }

    Rollout start(Kind kind, int candidate, int share, RolloutLimits limits) {
        return api.start(
                slug,
                new NewRollout("live", kind, candidate, List.of(share), null, limits, "try it"));
    }

    Rollout now(Rollout rollout) {
        return api.get(slug, rollout.id());
    }

    Rollout step(Rollout rollout, @Nullable Integer share) {
        return api.step(
                slug, rollout.id(), revision(rollout), new RolloutStep(share, "looks good"));
    }

    Rollout promote(Rollout rollout) {
        return api.promote(slug, rollout.id(), revision(rollout), new RolloutAction("good"));
    }

    Rollout resume(Rollout rollout) {
        return api.resume(slug, rollout.id(), revision(rollout), new RolloutAction("again"));
    }

    static String revision(Rollout rollout) {
        return "\"" + rollout.revision() + "\"";
    }

    int live() {
        return clients.api(AliasApi.class, "ben", Role.POLICY_ACTIVATOR)
                .aliases(slug)
                .getFirst()
                .number();
    }

    void point(int number) {
        clients.api(PolicyApi.class, "ben", Role.POLICY_ACTIVATOR)
                .pointAlias(slug, "live", new AliasTarget(number, "so"));
    }

    void rollback() {
        clients.api(AliasApi.class, "ben", Role.POLICY_ACTIVATOR)
                .rollback(slug, "live", new AliasRollback(null, "worse"));
    }

    List<ItemId> submit(int count) {
        return IntStream.range(0, count).mapToObj(_ -> submit()).toList();
    }

    private ItemId submit() {
        var request = new ClassificationRequest(List.of(slug), new Message("drums"), null, null);
        return Objects.requireNonNull(submitter().classify(request, 0, null).getBody()).id();
    }

    /// Leases and judges until nothing of the policy waits, shadows included.
    void judge(Function<FakeWorker.Leased, Outcome> judgement) {
        for (var jobs = worker.lease(slug); !jobs.isEmpty(); jobs = worker.lease(slug)) {
            worker.judge(jobs, judgement);
        }
    }

    /// Looks as the clock does, until the rollout runs no more.
    Rollout untilItStops(RolloutWatch watch, Rollout rollout) {
        for (int look = 0; look < 500 && now(rollout).state() == State.RUNNING; look++) {
            watch.look();
        }
        return now(rollout);
    }

    List<Integer> judgedBy(ItemId item) {
        return submitter().get(item).verdicts().stream()
                .map(verdict -> verdict.policyVersion().number())
                .toList();
    }

    ClassificationApi submitter() {
        return clients.api(ClassificationApi.class, "shop", Role.SUBMITTER);
    }
}
