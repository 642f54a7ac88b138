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
    void aDeclineThatBlocksStandsUntilItsReviewerApproves() {
        var sha256 = review("sql-decline", 1);
        sql(OPINION.replace("true", "false"), "sql-decline", sha256, "cleo", "{}");
        sql(OPINION, "sql-decline", sha256, "ben", "{}");
        refused(APPROVE, "was declined by cleo", "sql-decline");
        sql(OPINION, "sql-decline", sha256, "cleo", "{}");
        sql(APPROVE, "sql-decline");
    }

    @Test
    void whatIsSubmittedIsABundleOfItsOwnText() {
        var sha256 = review("sql-text", 1);
        clients.api(ChangeRequestApi.class, "ava", Role.POLICY_AUTHOR).withdraw("sql-text", 1);
        refused(
                "update policy_version set status = 'IN_REVIEW', text = text || 'more', sha256 = '%2$s'"
                        + " where slug = '%1$s'",
                "a bundle of its own text", "sql-text", sha256);
        var bundle =
                """
                insert into policy_bundle (sha256, slug, number, canonical, created_at)
                select %2$s, slug, number, %3$s, created_at from policy_bundle where sha256 = '%1$s'
                """;
        var other = "replace(canonical, 'loud', 'soft')";
        refused(bundle, "hash_of_its_bytes", sha256, "repeat('0', 64)", other);
        var elsewhere = "replace(canonical, '\"number\":1', '\"number\":7')";
        refused(
                bundle,
                "names_its_version",
                sha256,
                "encode(sha256(convert_to(%s, 'UTF8')), 'hex')".formatted(elsewhere),
                elsewhere);
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

    @Test
    void aDraftIsNotMadeNewerThanItIs() {
        review("sql-base", 0);
        var ava = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        ava.draft("sql-base", new NewDraft(LivePolicies.TEXT));
        var draft = "update policy_version set %2$s where slug = '%1$s' and number = 2";
        refused(draft, "approved last", "sql-base", "lineage = 9");
        refused(draft, "approved last", "sql-base", "base_number = 2");
        var born =
                """
                insert into policy_version
                select (jsonb_populate_record(v, jsonb_build_object(
                           'id', gen_random_uuid(), 'number', 3, '%2$s', 3))).*
                  from policy_version v where slug = '%1$s' and number = 2
                """;
        refused(born, "an older one", "sql-base", "base_number");
        refused(born, "an older one", "sql-base", "lineage");
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
