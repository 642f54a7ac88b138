package dev.precept.registry.activation;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.intake.ClassificationApi;
import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Demand;
import dev.precept.contracts.rollout.ActivationApi;
import dev.precept.contracts.rollout.BreakGlassApi;
import dev.precept.contracts.rollout.BreakGlassReview;
import dev.precept.contracts.rollout.NewActivation;
import dev.precept.contracts.rollout.NewBreakGlass;
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
import dev.precept.registry.testing.Clockwork;
import dev.precept.registry.testing.FakeWorker;
import dev.precept.registry.testing.Owner;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Does one thing after another to what is live of one policy.
final class WayWalk {

    private static final RolloutLimits LOOSE = new RolloutLimits(1, 1, 1);
    private static final List<Integer> STEPS = List.of(40, 70, 100);
    private static final int ITEMS = 8;

    private final ApiClients clients;
    private final Clockwork clockwork;
    private final JdbcClient jdbc;
    private final Owner owner;
    private final RandomGenerator random;
    private final WayPolicy policy;
    private final String slug;
    private WayLaw law;
    private int minutes;

    WayWalk(
            ApiClients clients,
            Clockwork clockwork,
            JdbcClient jdbc,
            Owner owner,
            RandomGenerator random,
            WayPolicy policy) {
        this.clients = clients;
        this.clockwork = clockwork;
        this.jdbc = jdbc;
        this.owner = owner;
        this.random = random;
        this.policy = policy;
        this.slug = policy.slug;
        this.law = new WayLaw(policy, List.of(), false);
    }

    WayLaw law() {
        return law;
    }

    /// @return whether something was there to be done, and it is done
    boolean go(Way way, WayPerson who) {
        return switch (way) {
            case POINT -> {
                who.api(PolicyApi.class)
                        .pointAlias(slug, "live", new AliasTarget(likely(who, true)));
                yield true;
            }
            case ROLL_BACK -> {
                who.api(AliasApi.class).rollback(slug, "live", new AliasRollback(null, "worse"));
                yield true;
            }
            case SCHEDULE -> {
                schedule(who);
                yield true;
            }
            case SCHEDULE_FALLS_DUE -> scheduleFallsDue();
            case CANARY_START -> {
                who.api(RolloutApi.class)
                        .start(
                                slug,
                                new NewRollout(
                                        "live",
                                        Kind.CANARY,
                                        likely(who, true),
                                        STEPS,
                                        60,
                                        LOOSE,
                                        ""));
                yield true;
            }
            case CANARY_STEP -> step(who);
            case CANARY_STEP_FALLS_DUE -> stepFallsDue();
            case CANARY_HALT -> act(State.RUNNING, one -> halt(who, one));
            case CANARY_RESUME -> act(State.HALTED, one -> resume(who, one));
            case CANARY_PROMOTE -> act(State.RUNNING, one -> promote(who, one));
            case BREAK_GLASS -> {
                who.api(BreakGlassApi.class)
                        .breakGlass(
                                slug,
                                "live",
                                new NewBreakGlass(
                                        likely(who, false), "It must hold tonight already.", 2));
                yield true;
            }
            case ACCEPT_GLASS -> review(who, true);
            case REJECT_GLASS -> review(who, false);
            case GLASS_EXPIRES -> glassExpires();
            case SET_GATES -> setGates(who);
            case SET_RULES -> setRules(who);
        };
    }

    /// Mostly a version that does (or does not) pass the gates: else most steps are refused.
    private int likely(WayPerson who, boolean allowed) {
        var fitting = new ArrayList<Integer>();
        for (int number = 1; number <= WayPolicy.VERSIONS; number++) {
            if (law.passes(number) == allowed && law.allowsWriter(number, who.name())) {
                fitting.add(number);
            }
        }
        return fitting.isEmpty() || random.nextInt(4) == 0
                ? 1 + random.nextInt(WayPolicy.VERSIONS)
                : fitting.get(random.nextInt(fitting.size()));
    }

    private void schedule(WayPerson who) {
        minutes++;
        who.api(ActivationApi.class)
                .schedule(
                        slug,
                        new NewActivation(
                                "live",
                                likely(who, true),
                                Instant.now().plus(minutes, ChronoUnit.MINUTES),
                                null,
                                ""));
    }

    private boolean scheduleFallsDue() {
        past(
                "scheduled_activation",
                """
                update scheduled_activation set at = now(), created_at = now() - interval '1 day'
                 where id = (select id from scheduled_activation
                              where slug = ? and state = 'PENDING' order by at limit 1)
                """);
        return strikes(
                "DueWatch",
                "select count(*) from policy_alias_move where slug = ? and cause = 'SCHEDULED'");
    }

    private boolean step(WayPerson who) {
        return act(
                State.RUNNING,
                one -> {
                    int share = 1 + random.nextInt(100);
                    who.api(RolloutApi.class)
                            .step(slug, one.id(), revision(one), new RolloutStep(share, ""));
                    return share > one.share();
                });
    }

    private boolean stepFallsDue() {
        return act(
                State.RUNNING,
                _ -> {
                    traffic();
                    jdbc.sql(
                                    """
                                    update rollout set next_step_at = now()
                                     where slug = ? and next_step_at is not null
                                    """)
                            .param(slug)
                            .update();
                    return strikes(
                            "RolloutWatch",
                            """
                            select count(*) from rollout_event join rollout on rollout.id = rollout_id
                             where slug = ? and action = 'STEPPED' and actor = 'precept'
                            """);
                });
    }

    private void traffic() {
        var api = clients.api(ClassificationApi.class, "shop", Role.SUBMITTER);
        for (int item = 0; item < ITEMS; item++) {
            api.classify(
                    new ClassificationRequest(List.of(slug), new Message("drums"), null, null),
                    0,
                    null);
        }
        var worker = new FakeWorker(clients);
        for (var jobs = worker.lease(slug); !jobs.isEmpty(); jobs = worker.lease(slug)) {
            worker.judge(jobs, Outcome.SAFE);
        }
    }

    private boolean act(State state, Predicate<Rollout> action) {
        return clients
                .api(RolloutApi.class, "zoe", Role.POLICY_ACTIVATOR)
                .list(slug, null)
                .items()
                .stream()
                .filter(one -> one.state() == state)
                .findFirst()
                .filter(action)
                .isPresent();
    }

    private boolean halt(WayPerson who, Rollout one) {
        who.api(RolloutApi.class).halt(slug, one.id(), new RolloutAction("wait"));
        return true;
    }

    private boolean resume(WayPerson who, Rollout one) {
        who.api(RolloutApi.class).resume(slug, one.id(), revision(one), new RolloutAction("go on"));
        return true;
    }

    private boolean promote(WayPerson who, Rollout one) {
        who.api(RolloutApi.class).promote(slug, one.id(), revision(one), new RolloutAction("good"));
        return true;
    }

    private boolean review(WayPerson who, boolean accepted) {
        var api = who.api(BreakGlassApi.class);
        return api.list(slug, null).items().stream()
                .filter(glass -> glass.review() == null)
                .findFirst()
                .map(glass -> api.review(slug, glass.id(), new BreakGlassReview(accepted, "seen")))
                .isPresent();
    }

    private boolean glassExpires() {
        past(
                "break_glass",
                """
                update break_glass set expires_at = broken_at + interval '1 millisecond'
                 where slug = ? and ended is null
                """);
        return strikes(
                "DueWatch",
                "select count(*) from break_glass where slug = ? and ended = 'EXPIRED'");
    }

    private boolean setGates(WayPerson who) {
        var gates = new ArrayList<Gate>();
        if (random.nextInt(3) > 0) {
            gates.add(new Gate(Gate.Kind.RECALL, random.nextInt(1, 5) / 4.0));
        }
        if (random.nextInt(3) == 0) {
            gates.add(new Gate(Gate.Kind.PROTECTED_WRONG, random.nextInt(WayPolicy.CASES)));
        }
        var api = who.api(EvaluationApi.class);
        api.setGates(
                slug,
                Integer.toString(api.gates(slug).revision()),
                new GateEdit(List.copyOf(gates)));
        law = new WayLaw(policy, List.copyOf(gates), law.writersBarred());
        return true;
    }

    private boolean setRules(WayPerson who) {
        boolean barred = random.nextInt(3) > 0;
        var api = who.api(ChangeRequestApi.class);
        api.setRules(
                slug,
                Integer.toString(api.rules(slug).revision()),
                new ApprovalRulesEdit(
                        1, List.of(), barred ? Set.of(Demand.WRITERS_MAY_NOT_ACTIVATE) : Set.of()));
        law = new WayLaw(policy, law.gates(), barred);
        return true;
    }

    /// Time passes: rows are what they would be then, written past the guards of their columns.
    private void past(String table, String sql) {
        owner.past(table + "_guard", table, sql, slug);
    }

    /// @return whether more rows count afterwards
    private boolean strikes(String schedule, String counting) {
        int before = count(counting);
        clockwork.strike(schedule);
        return count(counting) > before;
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(slug).query(Integer.class).single();
    }

    private static String revision(Rollout one) {
        return "\"" + one.revision() + "\"";
    }
}
