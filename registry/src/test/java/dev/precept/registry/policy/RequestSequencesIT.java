package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.discussion.NewThread;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Demand;
import dev.precept.contracts.request.GroupShare;
import dev.precept.contracts.request.Invitation;
import dev.precept.contracts.request.Rebase;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

/// Whatever people of whatever roles do in whatever order: nothing is approved or made live that
/// the rules of that moment forbid. What is checked is counted anew from the rows, not asked of the
/// code under test. The seed names a sequence that fails.
@RegistryTest
class RequestSequencesIT {

    private static final int STEPS = 80;
    private static final List<String> PEOPLE = List.of("ava", "eve", "ben", "cleo", "lou");
    private static final List<Role> ROLES =
            List.of(Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.POLICY_ACTIVATOR);
    private static final Map<String, List<String>> GROUPS =
            Map.of("ben", List.of("legal"), "cleo", List.of("safety"), "eve", List.of("legal"));

    private static int approved;
    private static int madeLive;

    @Autowired private ApiClients clients;
    @Autowired private JdbcTemplate jdbc;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noSequenceOfActionsGetsPastTheRules(long seed) {
        var walk = new Walk("walk-" + seed, new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            var before = walk.state();
            var law = walk.law();
            var action = walk.act();
            walk.check("seed %d, step %d: %s".formatted(seed, step, action), before, law);
        }
        assertThat(walk.done).as("a walk that does nothing proves nothing").isGreaterThan(8);
    }

    @AfterAll
    static void theWalksTogetherWentAllTheWay() {
        assertThat(approved).isGreaterThan(4);
        assertThat(madeLive).isGreaterThan(2);
    }

    private final class Walk {

        private final String slug;
        private final Random random;
        private final Map<String, Set<Role>> roles = new HashMap<>();
        private int done;

        Walk(String slug, Random random) {
            this.slug = slug;
            this.random = random;
            PEOPLE.forEach(name -> roles.put(name, someRoles()));
            clients.api(PolicyApi.class, "nora", Role.POLICY_AUTHOR)
                    .create(new NewPolicy(slug, slug, "What it is.", "team"));
        }

        /// One of the three, and each of the others more often than not.
        private Set<Role> someRoles() {
            var some = EnumSet.of(ROLES.get(random.nextInt(ROLES.size())));
            ROLES.stream().filter(_ -> random.nextInt(3) > 0).forEach(some::add);
            return some;
        }

        /// @return what was tried, and whether it was refused
        String act() {
            var anybody = PEOPLE.get(random.nextInt(PEOPLE.size()));
            var number = Math.max(1, highest() - random.nextInt(3));
            int kind = random.nextInt(18);
            var who = random.nextInt(5) > 0 ? likely(kind, number, anybody) : anybody;
            var named = "%s does %d on version %d".formatted(who, kind, number);
            try {
                act(kind, who, number);
                done++;
                return named;
            } catch (HttpClientErrorException refused) {
                return named + ": " + refused.getStatusCode();
            }
        }

        /// The author writes, takes back and merges, somebody else decides, mostly: else a walk
        /// gets nowhere.
        private String likely(int kind, int number, String anybody) {
            var author =
                    jdbc
                            .queryForList(
                                    "select author from policy_version where slug = ? and number = ?",
                                    String.class,
                                    slug,
                                    number)
                            .stream()
                            .findFirst()
                            .orElse(anybody);
            boolean writes = kind >= 1 && kind <= 4 || kind == 10 || kind == 11 || kind == 14;
            if (writes) {
                return author;
            }
            return anybody.equals(author) && kind != 0 ? "lou" : anybody;
        }

        private void act(int kind, String who, int number) {
            switch (kind) {
                case 0 -> author(who).draft(slug, new NewDraft(text()));
                case 1 ->
                        author(who)
                                .save(
                                        slug,
                                        number,
                                        new DraftEdit(
                                                author(who)
                                                        .version(slug, number)
                                                        .summary()
                                                        .revision(),
                                                text()));
                case 2, 3, 4 -> author(who).submit(slug, number);
                case 5, 6, 7, 8 ->
                        approver(who).approve(slug, number, new Approval(hash(number), ""));
                case 9 -> approver(who).decline(slug, number, new Decline("not yet"));
                case 10 -> {
                    if (random.nextBoolean()) {
                        requests(who).withdraw(slug, number);
                    } else {
                        requests(who).conclude(slug, number);
                    }
                }
                case 11 -> {
                    var merge = requests(who).merge(slug, number);
                    requests(who)
                            .rebase(
                                    slug,
                                    number,
                                    new Rebase(merge.revision(), merge.onto(), text()));
                }
                case 12 -> setRules(who);
                case 13 -> {
                    switch (random.nextInt(3)) {
                        case 0 -> requests(who).invite(slug, number, new Invitation("eve"));
                        case 1 -> requests(who).uninvite(slug, number, "eve");
                        default -> talk(who, number);
                    }
                }
                case 14 -> closeOrReopen(who, number);
                case 15 -> setGates(who);
                default -> {
                    if (random.nextInt(4) == 0) {
                        api(AliasApi.class, who)
                                .rollback(slug, "live", new AliasRollback(null, ""));
                    } else {
                        api(PolicyApi.class, who).pointAlias(slug, "live", new AliasTarget(number));
                    }
                }
            }
        }

        private void setRules(String who) {
            int approvals = random.nextInt(3);
            var demands =
                    Arrays.stream(Demand.values())
                            .filter(_ -> random.nextInt(3) > 0)
                            .collect(Collectors.toSet());
            var groups =
                    approvals > 0 && random.nextInt(3) == 0
                            ? List.of(new GroupShare("legal", 1))
                            : List.<GroupShare>of();
            var api = requests(who);
            api.setRules(
                    slug,
                    Integer.toString(api.rules(slug).revision()),
                    new ApprovalRulesEdit(approvals, groups, demands));
        }

        private void closeOrReopen(String who, int number) {
            if ("CLOSED".equals(state().get("v" + number))) {
                requests(who).reopen(slug, number);
            } else if (random.nextInt(3) == 0) {
                requests(who).close(slug, number);
            }
        }

        /// Nothing is ever measured here: a gate keeps shut what asks for it.
        private void setGates(String who) {
            var api = api(EvaluationApi.class, who);
            var revision = Integer.toString(api.gates(slug).revision());
            var gates =
                    random.nextInt(3) == 0
                            ? List.of(new Gate(Gate.Kind.PROTECTED_WRONG, 0))
                            : List.<Gate>of();
            api.setGates(slug, revision, new GateEdit(gates));
        }

        private boolean isGated() {
            return !api(EvaluationApi.class, "lou").gates(slug).gates().isEmpty();
        }

        private void talk(String who, int number) {
            var api = api(DiscussionApi.class, who);
            var threads = api.threads(slug, number, null).items();
            if (threads.isEmpty() || random.nextInt(4) == 0) {
                api.open(slug, number, new NewThread(new Anchor(1, null), "Hm."));
            } else {
                api.resolve(slug, number, threads.getLast().id());
            }
        }

        Law law() {
            return new Law(requests("lou").rules(slug), isGated());
        }

        /// Each version's state, and where `live` points.
        Map<String, Object> state() {
            var state = new HashMap<String, Object>();
            jdbc.queryForList("select number, status from policy_version where slug = ?", slug)
                    .forEach(row -> state.put("v" + row.get("number"), row.get("status")));
            jdbc.queryForList(
                            "select number from policy_alias where slug = ? and alias = 'live'",
                            Integer.class,
                            slug)
                    .forEach(number -> state.put("live", number));
            return state;
        }

        void check(String step, Map<String, Object> before, Law law) {
            var after = state();
            after.forEach((key, value) -> {
                if (value.equals("APPROVED") && !value.equals(before.get(key))) {
                    checkApproved(step, Integer.parseInt(key.substring(1)), law);
                }
            });
            if (after.get("live") instanceof Integer live && !live.equals(before.get("live"))) {
                checkLive(step, live, law);
            }
            assertThat(
                            count(
                                    """
                                    select count(*) from policy_version version
                                     where slug = ? and status not in ('DRAFT', 'CLOSED') and not exists (
                                           select from policy_bundle bundle
                                            where bundle.sha256 = version.sha256
                                              and (bundle.canonical::jsonb ->> 'text') = version.text)
                                    """))
                    .as(step + ": what is sealed is what stands there")
                    .isZero();
        }

        private void checkApproved(String step, int number, Law law) {
            approved++;
            var rules = law.rules();
            assertThat(law.gated() && rules.ask(Demand.GATES_PASSED)).as(step).isFalse();
            var version =
                    jdbc.queryForMap(
                            "select * from policy_version where slug = ? and number = ?",
                            slug,
                            number);
            var writers =
                    jdbc.queryForList(
                            "select unnest(editors) from policy_version where slug = ? and number = ?",
                            String.class,
                            slug,
                            number);
            var approvals =
                    jdbc.queryForList(
                            """
                            select reviewer, 'legal' = any (groups) as legal from policy_opinion
                             where slug = ? and number = ? and sha256 = ? and submission = ? and approves
                            """,
                            slug,
                            number,
                            version.get("sha256"),
                            version.get("submission"));
            approvals.removeIf(approval -> {
                var who = String.valueOf(approval.get("reviewer"));
                boolean author = who.equals(version.get("author"));
                boolean last = who.equals(version.get("last_editor"));
                return author && rules.ask(Demand.AUTHOR_MAY_NOT_APPROVE)
                        || last && rules.ask(Demand.LAST_EDITOR_MAY_NOT_APPROVE)
                        || !author
                                && !last
                                && writers.contains(who)
                                && rules.ask(Demand.EARLIER_EDITORS_MAY_NOT_APPROVE);
            });
            assertThat(approvals).as(step).hasSizeGreaterThanOrEqualTo(rules.approvals());
            assertThat(approvals)
                    .as(step)
                    .allMatch(it -> may(String.valueOf(it.get("reviewer")), Role.POLICY_APPROVER));
            assertThat(writers).as(step).allMatch(it -> may(it, Role.POLICY_AUTHOR));
            if (!rules.groups().isEmpty()) {
                assertThat(approvals).as(step).anyMatch(it -> Boolean.TRUE.equals(it.get("legal")));
            }
            if (rules.ask(Demand.THREADS_RESOLVED)) {
                assertThat(
                                jdbc.queryForObject(
                                        "select open_threads(?, ?)", Integer.class, slug, number))
                        .as(step)
                        .isZero();
            }
            assertThat(
                            count(
                                    "select count(*) - 1 from policy_version where slug = ? and status = 'APPROVED'"))
                    .as(step + ": it was written from what was approved before it")
                    .isEqualTo(version.get("lineage"));
        }

        private boolean may(String person, Role role) {
            return roles.getOrDefault(person, Set.of()).contains(role);
        }

        private void checkLive(String step, int live, Law law) {
            madeLive++;
            assertThat(state()).as(step).containsEntry("v" + live, "APPROVED");
            var move =
                    jdbc.queryForMap(
                            """
                            select * from policy_alias_move where slug = ? order by sequence desc limit 1
                            """,
                            slug);
            assertThat(may(String.valueOf(move.get("moved_by")), Role.POLICY_ACTIVATOR))
                    .as(step)
                    .isTrue();
            if ("ROLLED_BACK".equals(move.get("cause"))) {
                return;
            }
            assertThat(law.gated()).as(step).isFalse();
            if (law.rules().ask(Demand.WRITERS_MAY_NOT_ACTIVATE)) {
                assertThat(
                                jdbc.queryForList(
                                        "select unnest(editors) from policy_version where slug = ? and number = ?",
                                        String.class,
                                        slug,
                                        live))
                        .as(step)
                        .doesNotContain(String.valueOf(move.get("moved_by")));
            }
        }

        private int highest() {
            return count("select count(*) from policy_version where slug = ?");
        }

        private int count(String query) {
            var count = jdbc.queryForObject(query, Integer.class, slug);
            return count == null ? 0 : count;
        }

        /// Sometimes of another text than stands there.
        private String hash(int number) {
            var known =
                    jdbc.queryForList(
                            "select sha256 from policy_bundle where slug = ? and number = ? order by created_at desc",
                            String.class,
                            slug,
                            number);
            return known.isEmpty() ? "00" : known.get(random.nextInt(5) > 0 ? 0 : known.size() - 1);
        }

        private String text() {
            return LivePolicies.TEXT
                    + "- **SAFE NO-A1** \"Walk number "
                    + random.nextInt(99)
                    + "\"\n";
        }

        private PolicyApi author(String who) {
            return api(PolicyApi.class, who);
        }

        private PolicyApi approver(String who) {
            return api(PolicyApi.class, who);
        }

        private ChangeRequestApi requests(String who) {
            return api(ChangeRequestApi.class, who);
        }

        private <T> T api(Class<T> type, String who) {
            return clients.member(
                    type,
                    who,
                    GROUPS.getOrDefault(who, List.of()),
                    roles.getOrDefault(who, Set.of()).toArray(Role[]::new));
        }
    }

    /// What held before a step.
    private record Law(ApprovalRules rules, boolean gated) {}
}
