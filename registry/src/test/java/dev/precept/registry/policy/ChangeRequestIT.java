package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequest;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Demand;
import dev.precept.contracts.request.GroupShare;
import dev.precept.contracts.request.Invitation;
import dev.precept.registry.access.Actor;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientResponseException;

@RegistryTest
class ChangeRequestIT {

    private static final Set<Demand> STANDARD = ApprovalRules.standard().demands();

    @Autowired private ApiClients clients;
    @Autowired private PolicyDesk desk;

    @Test
    void twoGroupsAreAskedAndBothAreNeeded() {
        policy("groups");
        rules("groups", 2, List.of(new GroupShare("legal", 1), new GroupShare("safety", 1)));
        var sha256 = submitted("groups");

        assertThat(request("groups").missing())
                .containsExactly(
                        "2 more approvals are needed.",
                        "1 more approval from the group legal is needed.",
                        "1 more approval from the group safety is needed.");
        approver("ben", "safety").approve("groups", 1, new Approval(sha256, "safe"));
        assertThat(approver("dan", "safety").approve("groups", 1, new Approval(sha256, "")))
                .extracting(version -> version.summary().status())
                .isEqualTo(PolicyVersionStatus.IN_REVIEW);
        assertThat(request("groups").missing())
                .containsExactly("1 more approval from the group legal is needed.");
        assertThat(request("groups").asked())
                .extracting(ChangeRequest.Asked::agreed)
                .containsExactly(List.of("ben", "dan"), List.of(), List.of("ben", "dan"));
        assertThat(desk.awaitingApproval(approving("eli")))
                .extracting(PolicyVersionSummary::slug)
                .doesNotContain("groups");
        assertThat(desk.awaitingApproval(approving("cleo", "legal")))
                .extracting(PolicyVersionSummary::slug)
                .contains("groups");
        var approved = approver("cleo", "/legal").approve("groups", 1, new Approval(sha256, ""));
        assertThat(approved.summary().status()).isEqualTo(PolicyVersionStatus.APPROVED);
        assertThat(approved.summary().approvedBy()).isEqualTo("cleo");
        assertThat(request("groups").missing()).isEmpty();
    }

    @Test
    void onePersonApprovesOnce() {
        policy("one-approval");
        rules("one-approval", 2, List.of());
        var sha256 = submitted("one-approval");
        approver("ben").approve("one-approval", 1, new Approval(sha256, ""));
        assertRefused(
                () -> approver("ben").approve("one-approval", 1, new Approval(sha256, "")),
                "wrong-state");
        assertThat(asked("one-approval", "ben").you().noApprove())
                .isEqualTo("You have approved it.");
    }

    @Test
    void approvalsAreVoidOnceTheTextWasTakenBack() {
        policy("void");
        rules("void", 2, List.of());
        var sha256 = submitted("void");
        approver("ben").approve("void", 1, new Approval(sha256, ""));
        requests("ava", Role.POLICY_AUTHOR).withdraw("void", 1);
        var again = author("ava").submit("void", 1).summary();
        assertThat(again.sha256()).isEqualTo(sha256);
        assertThat(request("void").asked().getFirst().agreed()).isEmpty();
        approver("cleo").approve("void", 1, new Approval(sha256, ""));
        assertThat(request("void").status()).isEqualTo(PolicyVersionStatus.IN_REVIEW);
        var ben = approver("ben").approve("void", 1, new Approval(sha256, "again"));
        assertThat(ben.summary().status()).isEqualTo(PolicyVersionStatus.APPROVED);
    }

    @Test
    void withoutApprovalsASubmissionIsApprovedAtOnce() {
        policy("free");
        rules("free", 0, List.of());
        author("ava").draft("free", new NewDraft(LivePolicies.TEXT));
        var version = author("ava").submit("free", 1).summary();
        assertThat(version.status()).isEqualTo(PolicyVersionStatus.APPROVED);
        assertThat(version.approvedBy()).isNull();
    }

    @Test
    void aDeclineBlocksOrIsAnOpinion() {
        policy("decline");
        rules("decline", 1, List.of(), Demand.AUTHOR_MAY_NOT_APPROVE);
        var sha256 = submitted("decline");
        assertThat(approver("ben").decline("decline", 1, new Decline("hm")).summary().status())
                .isEqualTo(PolicyVersionStatus.IN_REVIEW);
        assertThat(approver("cleo").approve("decline", 1, new Approval(sha256, "")).summary())
                .extracting(PolicyVersionSummary::status)
                .isEqualTo(PolicyVersionStatus.APPROVED);
    }

    @Test
    void aDeclineThatWasAnOpinionBlocksOnceTheRulesSaySo() {
        policy("declined-before");
        rules("declined-before", 1, List.of(), Demand.AUTHOR_MAY_NOT_APPROVE);
        var sha256 = submitted("declined-before");
        approver("ben").decline("declined-before", 1, new Decline("hm"));
        rules("declined-before", 1, List.of(), Demand.DECLINE_BLOCKS);
        approver("cleo").approve("declined-before", 1, new Approval(sha256, ""));
        assertThat(request("declined-before").missing())
                .containsExactly(
                        "ben declined it: take it back and mend it, or ask them to approve.");
        assertThat(
                        approver("ben")
                                .approve("declined-before", 1, new Approval(sha256, "fine now"))
                                .summary()
                                .status())
                .isEqualTo(PolicyVersionStatus.APPROVED);
    }

    @Test
    void whoMayApproveIsWhatTheRulesSay() {
        policy("own");
        rules("own", 1, List.of());
        author("ava").draft("own", new NewDraft("x"));
        requests("ava", Role.POLICY_AUTHOR).invite("own", 1, new Invitation("eve"));
        author("eve").save("own", 1, new DraftEdit(0, LivePolicies.TEXT));
        var sha256 = String.valueOf(author("ava").submit("own", 1).summary().sha256());
        assertRefused(
                () -> approver("ava").approve("own", 1, new Approval(sha256, "")), "four-eyes");
        rules("own", 1, List.of(), Demand.LAST_EDITOR_MAY_NOT_APPROVE);
        assertRefused(
                () -> approver("eve").approve("own", 1, new Approval(sha256, "")), "four-eyes");
        approver("ava").approve("own", 1, new Approval(sha256, ""));
    }

    @Test
    void whoeverWroteOnItCannotMakeItLiveWhereTheRulesSaySo() {
        policy("active");
        rules("active", 1, List.of(), Demand.WRITERS_MAY_NOT_ACTIVATE);
        var sha256 = submitted("active");
        approver("ben").approve("active", 1, new Approval(sha256, ""));
        var ava = clients.api(PolicyApi.class, "ava", Role.POLICY_ACTIVATOR);
        assertRefused(() -> ava.pointAlias("active", "live", new AliasTarget(1)), "four-eyes");
        var you = requests("ava", Role.POLICY_ACTIVATOR).request("active", 1).you();
        assertThat(you.noActivate()).isEqualTo("You wrote on it; another person makes it live.");
        assertThat(ready("ava")).doesNotContain("active");
        assertThat(ready("ben")).contains("active");
        clients.api(PolicyApi.class, "ben", Role.POLICY_ACTIVATOR)
                .pointAlias("active", "live", new AliasTarget(1));
    }

    private List<String> ready(String activator) {
        return desk.readyToActivate(new Actor(activator, Set.of(Role.POLICY_ACTIVATOR))).stream()
                .map(PolicyVersionSummary::slug)
                .toList();
    }

    @Test
    void gatesAreNeededBeforeApprovalWhereTheRulesSaySo() {
        policy("measured");
        rules("measured", 1, List.of(), Demand.GATES_PASSED);
        clients.api(EvaluationApi.class, "ben", Role.POLICY_APPROVER)
                .setGates("measured", "0", new GateEdit(List.of(new Gate(Gate.Kind.RECALL, 0.9))));
        var sha256 = submitted("measured");
        approver("ben").approve("measured", 1, new Approval(sha256, ""));
        assertThat(request("measured").missing())
                .singleElement()
                .asString()
                .startsWith("The gate RECALL: No finished run");
        assertRefused(
                () -> requests("ava", Role.POLICY_AUTHOR).conclude("measured", 1),
                "request-incomplete");
        clients.api(EvaluationApi.class, "ben", Role.POLICY_APPROVER)
                .setGates("measured", "1", new GateEdit(List.of()));
        assertThat(requests("ava", Role.POLICY_AUTHOR).conclude("measured", 1).status())
                .isEqualTo(PolicyVersionStatus.APPROVED);
    }

    @Test
    void aDraftIsPrivateUntilItIsSubmitted() {
        policy("private-draft");
        author("ava").draft("private-draft", new NewDraft(LivePolicies.TEXT));
        for (var name : List.of("eve", "ben")) {
            assertRefused(() -> author(name).version("private-draft", 1), "draft-private");
            assertRefused(() -> author(name).diff("private-draft", 1, 1), "draft-private");
            assertRefused(
                    () -> author(name).save("private-draft", 1, new DraftEdit(0, "x")),
                    "draft-private");
            assertRefused(() -> author(name).submit("private-draft", 1), "draft-private");
        }
        assertThat(author("eve").versions("private-draft")).hasSize(1);
        clients.api(PolicyApi.class, "aldo", Role.AUDITOR).version("private-draft", 1);
        requests("ava", Role.POLICY_AUTHOR).invite("private-draft", 1, new Invitation("eve"));
        requests("ava", Role.POLICY_AUTHOR).invite("private-draft", 1, new Invitation("eve"));
        assertThat(author("eve").version("private-draft", 1).text()).isEqualTo(LivePolicies.TEXT);
        assertThat(request("private-draft").people().invited()).containsExactly("eve");
        author("ava").submit("private-draft", 1);
        assertThat(author("ben").version("private-draft", 1).text()).isEqualTo(LivePolicies.TEXT);
    }

    @Test
    void whoIsNoLongerInvitedReadsTheDraftNoMoreUnlessTheyWroteOnIt() {
        policy("uninvited");
        author("ava").draft("uninvited", new NewDraft("x"));
        var ava = requests("ava", Role.POLICY_AUTHOR);
        ava.invite("uninvited", 1, new Invitation("eve"));
        ava.invite("uninvited", 1, new Invitation("Anne Lee@example.org"));
        author("eve").save("uninvited", 1, new DraftEdit(0, LivePolicies.TEXT));

        assertThat(ava.uninvite("uninvited", 1, "Anne Lee@example.org").people().invited())
                .containsExactly("eve");
        assertThat(ava.uninvite("uninvited", 1, "eve").people().editors())
                .containsExactly("ava", "eve");
        assertThat(author("eve").version("uninvited", 1).text()).isEqualTo(LivePolicies.TEXT);
        assertRefused(
                () -> author("Anne Lee@example.org").version("uninvited", 1), "draft-private");
        assertRefused(() -> ava.uninvite("uninvited", 1, "eve"), "not-found");
        assertRefused(
                () -> requests("ben", Role.POLICY_AUTHOR).uninvite("uninvited", 1, "eve"),
                "draft-private");
    }

    @Test
    void aClosedDraftStaysPrivateAndTakesNoStepUntilItIsReopened() {
        policy("closed");
        author("ava").draft("closed", new NewDraft(LivePolicies.TEXT));
        var ava = requests("ava", Role.POLICY_AUTHOR);
        assertRefused(
                () -> requests("eve", Role.POLICY_AUTHOR).close("closed", 1), "draft-private");

        assertThat(ava.close("closed", 1).missing()).containsExactly("It is closed: reopen it.");
        assertThat(author("ava").get("closed").latest()).isNull();
        assertRefused(() -> author("eve").version("closed", 1), "draft-private");
        assertThat(author("ava").version("closed", 1).text()).isEqualTo(LivePolicies.TEXT);
        assertRefused(() -> ava.close("closed", 1), "wrong-state");
        assertRefused(() -> author("ava").submit("closed", 1), "wrong-state");
        assertRefused(() -> author("ava").save("closed", 1, new DraftEdit(1, "x")), "wrong-state");
        assertRefused(() -> ava.invite("closed", 1, new Invitation("eve")), "wrong-state");

        assertThat(ava.reopen("closed", 1).status()).isEqualTo(PolicyVersionStatus.DRAFT);
        assertRefused(() -> ava.reopen("closed", 1), "wrong-state");
        author("ava").submit("closed", 1);
        assertRefused(() -> ava.close("closed", 1), "wrong-state");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7  | legal  | 1 | give 0 to 6
                    -1 |        | 1 | give 0 to 6
                    2  | legal  | 3 | give 1 to 2
                    2  | legal  | 0 | give 1 to 2
                    2  | /legal | 1 | letter or digit first
                    """)
    void rulesThatMakeNoSenseAreRefused(int approvals, String group, int share, String why) {
        var groups = group == null ? List.<GroupShare>of() : List.of(new GroupShare(group, share));
        assertThatThrownBy(() ->
                        requests("ben", Role.POLICY_APPROVER)
                                .setRules(
                                        "spam",
                                        "0",
                                        new ApprovalRulesEdit(approvals, groups, STANDARD)))
                .isInstanceOf(RestClientResponseException.class)
                .hasMessageContaining(why);
    }

    @Test
    void rulesAreSetByWhoWritesNoDraftAndOnTheirNewestRevision() {
        policy("rules");
        var edit = new ApprovalRulesEdit(2, List.of(), STANDARD);
        assertThatThrownBy(() -> requests("ava", Role.POLICY_AUTHOR).setRules("rules", "0", edit))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        var ben = requests("ben", Role.POLICY_APPROVER);
        assertThat(ben.setRules("rules", "\"0\"", edit).revision()).isEqualTo(1);
        assertRefused(() -> ben.setRules("rules", "0", edit), "stale-write");
        assertRefused(() -> ben.setRules("rules", "x", edit), "invalid-argument");
        author("ben").draft("rules", new NewDraft("x"));
        assertRefused(() -> ben.setRules("rules", "1", edit), "four-eyes");
    }

    private void policy(String slug) {
        author("ava").create(new NewPolicy(slug, "Name of " + slug, "What it is.", "team"));
    }

    private String submitted(String slug) {
        author("ava").draft(slug, new NewDraft(LivePolicies.TEXT));
        return String.valueOf(author("ava").submit(slug, 1).summary().sha256());
    }

    private void rules(String slug, int approvals, List<GroupShare> groups, Demand... demands) {
        var lead = requests("lou", Role.POLICY_APPROVER);
        lead.setRules(
                slug,
                Integer.toString(lead.rules(slug).revision()),
                new ApprovalRulesEdit(
                        approvals, groups, demands.length == 0 ? STANDARD : Set.of(demands)));
    }

    private ChangeRequest request(String slug) {
        return requests("rita", Role.REVIEWER).request(slug, 1);
    }

    private ChangeRequest asked(String slug, String approver) {
        return requests(approver, Role.POLICY_APPROVER).request(slug, 1);
    }

    private ChangeRequestApi requests(String name, Role role) {
        return clients.api(ChangeRequestApi.class, name, role);
    }

    private PolicyApi author(String name) {
        return clients.api(PolicyApi.class, name, Role.POLICY_AUTHOR);
    }

    private PolicyApi approver(String name, String... groups) {
        return clients.member(PolicyApi.class, name, List.of(groups), Role.POLICY_APPROVER);
    }

    private static Actor approving(String name, String... groups) {
        return new Actor(name, Set.of(Role.POLICY_APPROVER), Set.of(groups));
    }

    private static void assertRefused(Runnable call, String code) {
        assertThatThrownBy(call::run)
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining(code);
    }
}
