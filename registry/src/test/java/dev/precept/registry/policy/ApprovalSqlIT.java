package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.discussion.NewThread;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Demand;
import dev.precept.contracts.request.GroupShare;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// What the rules forbid is refused to whoever has the application's own connection, too.
@RegistryTest
class ApprovalSqlIT {

    private static final String OPINION =
            """
            insert into policy_opinion (id, slug, number, sha256, reviewer, groups, approves, comment, given_at)
            values (uuidv7(), '%s', 1, '%s', '%s', '%s', true, '', now())
            """;
    private static final String APPROVE =
            "update policy_version set status = 'APPROVED', approved_at = now() where slug = '%s'";
    private static final String POINT =
            """
            insert into policy_alias (slug, alias, number, moved_by, moved_at, cause, reason)
            values ('%s', 'live', 1, '%s', now(), '%s', '')
            """;

    @Autowired private ApiClients clients;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;

    @Test
    void anApprovalIsOfTheTextInReviewBySomebodyWhoMay() {
        var sha256 = review("sql-approve", 2);
        refused(OPINION, "four_eyes: ava wrote", "sql-approve", sha256, "ava", "{}");
        var other =
                String.valueOf(
                        jdbc.queryForObject(
                                "select min(sha256) from policy_bundle where slug = 'spam'",
                                String.class));
        refused(OPINION, "the text in review", "sql-approve", other, "ben", "{}");
        sql(OPINION, "sql-approve", sha256, "ben", "{legal}");
        refused(OPINION, "policy_opinion_once", "sql-approve", sha256, "ben", "{legal}");
        refused(APPROVE, "has 1 of 2 approvals", "sql-approve");
        sql(OPINION, "sql-approve", sha256, "cleo", "{}");
        refused(
                "update policy_version set status = 'APPROVED', approved_at = now(), approved_by ="
                        + " 'dora' where slug = '%s'",
                "dora did not approve", "sql-approve");
        sql(APPROVE, "sql-approve");
        refused(OPINION, "the text in review", "sql-approve", sha256, "dora", "{}");
    }

    @Test
    void aGroupThatIsAskedIsNeeded() {
        var sha256 = review("sql-group", 1, new GroupShare("legal", 1));
        sql(OPINION, "sql-group", sha256, "ben", "{safety}");
        refused(APPROVE, "0 of 1 approvals from legal", "sql-group");
        sql(OPINION, "sql-group", sha256, "cleo", "{legal,safety}");
        sql(APPROVE, "sql-group");
    }

    @Test
    void approvalsOfAnEarlierSubmissionDoNotCount() {
        var sha256 = review("sql-void", 1);
        sql(OPINION, "sql-void", sha256, "ben", "{}");
        clients.api(ChangeRequestApi.class, "ava", Role.POLICY_AUTHOR).withdraw("sql-void", 1);
        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR).submit("sql-void", 1);
        refused(APPROVE, "has 0 of 1 approvals", "sql-void");
        refused(
                "update policy_version set submission = 1 where slug = '%s'",
                "counts submissions", "sql-void");
        owner.assertNobodyMay("update policy_opinion set submission = 2 where slug = 'sql-void'");
    }

    @Test
    void openThreadsHoldBackWhereTheRulesSaySo() {
        var sha256 = review("sql-threads", 1);
        clients.api(DiscussionApi.class, "ben", Role.POLICY_APPROVER)
                .open("sql-threads", 1, new NewThread(new Anchor(null, "NO1"), "How loud?"));
        sql(OPINION, "sql-threads", sha256, "ben", "{}");
        refused(APPROVE, "has 1 open threads", "sql-threads");
        for (var table : List.of("discussion_thread", "discussion_comment", "discussion_state")) {
            owner.assertNobodyMay("truncate " + table + " cascade");
        }
        owner.assertNobodyMay("update discussion_comment set text = 'x'");
        owner.assertNobodyMay("delete from discussion_comment");
    }

    @Test
    void whatIsNotApprovedOrIsOnesOwnIsNotMadeLive() {
        var sha256 = review("sql-live", 1);
        refused(POINT, "approved versions only", "sql-live", "ben", "POINTED");
        sql(OPINION, "sql-live", sha256, "ben", "{}");
        sql(APPROVE, "sql-live");
        refused(POINT, "cannot make it live", "sql-live", "ava", "POINTED");
        refused(POINT, "cannot make it live", "sql-live", "ava", "ROLLED_BACK");
        sql(POINT, "sql-live", "ben", "POINTED");
    }

    @Test
    void aVersionThatWasOvertakenIsNotApproved() {
        var sha256 = review("sql-moved", 1);
        var ava = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        ava.draft("sql-moved", new NewDraft(LivePolicies.TEXT));
        var other = String.valueOf(ava.submit("sql-moved", 2).summary().sha256());
        sql(OPINION, "sql-moved", sha256, "ben", "{}");
        clients.api(PolicyApi.class, "ben", Role.POLICY_APPROVER)
                .approve("sql-moved", 2, new Approval(other, ""));
        refused(APPROVE + " and number = 1", "must be rebased", "sql-moved");
        refused(
                "update policy_version set lineage = 9 where slug = '%s' and number = 1",
                "keeps its base", "sql-moved");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update approval_rules set approvals = 7, revision = revision + 1 | approvals_check
                    update approval_rules set approvals = 0                           | one revision at a time
                    update approval_rules set approvals = 0, changed_by = 'ava', revision = revision + 1 | four_eyes: ava wrote on version 1
                    update approval_rules set demands = '{NONE}', revision = revision + 1 | demands_check
                    update approval_rules set groups = '{legal}', revision = revision + 1 | approval_rules_check
                    delete from approval_rules                                        | permission denied
                    """)
    void rulesKeepTheirShape(String change, String why) {
        var slug = "sql-rules-" + Integer.toHexString(change.hashCode());
        review(slug, 1);
        refused(change + " where slug = '%s'", why, slug);
    }

    private String review(String slug, int approvals, GroupShare... groups) {
        var ava = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        ava.create(new NewPolicy(slug, "Name of " + slug, "What it is.", "team"));
        clients.api(ChangeRequestApi.class, "lou", Role.POLICY_APPROVER)
                .setRules(
                        slug,
                        "0",
                        new ApprovalRulesEdit(
                                approvals, List.of(groups), EnumSet.allOf(Demand.class)));
        ava.draft(slug, new NewDraft(LivePolicies.TEXT));
        return String.valueOf(ava.submit(slug, 1).summary().sha256());
    }

    private void sql(String statement, Object... values) {
        assertThat(jdbc.update(statement.formatted(values))).isEqualTo(1);
    }

    private void refused(String statement, String why, Object... values) {
        assertThatThrownBy(() -> jdbc.update(statement.formatted(values)))
                .rootCause()
                .hasMessageContaining(why);
    }
}
