package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Race;
import dev.precept.registry.testing.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class RequestRacesIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcTemplate jdbc;

    @RepeatedTest(5)
    void whatIsApprovedWhileItIsTakenBackAndEditedIsWhatWasRead(RepetitionInfo round)
            throws Exception {
        var slug = "race-edit-" + round.getCurrentRepetition();
        policies.create(slug);
        var number = author().draft(slug, new NewDraft(LivePolicies.TEXT)).summary().number();
        var submitted = author().submit(slug, number).summary();
        var sha256 = String.valueOf(submitted.sha256());
        var outcomes =
                Race.of(
                        List.of(
                                () ->
                                        approver("ben")
                                                .approve(slug, number, new Approval(sha256, "")),
                                () -> {
                                    requests().withdraw(slug, number);
                                    author().save(
                                                    slug,
                                                    number,
                                                    new DraftEdit(
                                                            submitted.revision() + 1,
                                                            LivePolicies.TEXT + "more"));
                                    return author().submit(slug, number);
                                }));
        assertThat(outcomes).filteredOn(Race.DONE::equals).hasSize(1);
        var now = author().version(slug, number);
        if (now.summary().status() == PolicyVersionStatus.APPROVED) {
            assertThat(now.text()).isEqualTo(LivePolicies.TEXT);
            assertThat(now.summary().sha256()).isEqualTo(sha256);
        } else {
            assertThat(now.text()).endsWith("more");
            assertThat(requests().request(slug, number).asked().getFirst().agreed()).isEmpty();
        }
    }

    @RepeatedTest(5)
    void ofTwoVersionsFromOneBaseOneIsApproved(RepetitionInfo round) throws Exception {
        var slug = "race-base-" + round.getCurrentRepetition();
        policies.create(slug);
        var approvals = new ArrayList<Callable<?>>();
        for (var end : List.of("one", "two", "three")) {
            var number =
                    author().draft(slug, new NewDraft(LivePolicies.TEXT + end)).summary().number();
            var sha256 = String.valueOf(author().submit(slug, number).summary().sha256());
            approvals.add(() -> approver("ben").approve(slug, number, new Approval(sha256, "")));
        }
        assertThat(Race.of(approvals)).containsOnly(Race.DONE);
        assertThat(author().versions(slug))
                .extracting(PolicyVersionSummary::status)
                .filteredOn(PolicyVersionStatus.IN_REVIEW::equals)
                .hasSize(2);
    }

    @RepeatedTest(3)
    void twoActivationsAtOnceAreOneAfterTheOther(RepetitionInfo round) throws Exception {
        var slug = "race-live-" + round.getCurrentRepetition();
        policies.create(slug);
        policies.approve(slug);
        policies.approve(slug);
        var ben = clients.api(PolicyApi.class, "ben", Role.POLICY_ACTIVATOR);
        var cleo = clients.api(PolicyApi.class, "cleo", Role.POLICY_ACTIVATOR);
        assertThat(
                        Race.of(
                                List.of(
                                        () -> ben.pointAlias(slug, "live", new AliasTarget(2)),
                                        () -> cleo.pointAlias(slug, "live", new AliasTarget(3)))))
                .containsOnly(Race.DONE);
        var moves =
                jdbc.queryForList(
                        """
                        select from_number, to_number from policy_alias_move
                         where slug = ? order by sequence desc limit 2
                        """,
                        slug);
        assertThat(moves.getFirst().get("from_number")).isEqualTo(moves.getLast().get("to_number"));
        assertThat(author().get(slug).aliases())
                .containsEntry("live", (Integer) moves.getFirst().get("to_number"));
    }

    private PolicyApi author() {
        return clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
    }

    private PolicyApi approver(String name) {
        return clients.api(PolicyApi.class, name, Role.POLICY_APPROVER);
    }

    private ChangeRequestApi requests() {
        return clients.api(ChangeRequestApi.class, "ava", Role.POLICY_AUTHOR);
    }
}
