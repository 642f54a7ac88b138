package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Invitation;
import dev.precept.registry.access.Actor;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class FourEyesIT {

    private static final Actor BEN = new Actor("ben", Set.of(Role.POLICY_APPROVER));

    @Autowired private ApiClients clients;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;
    @Autowired private PolicyDesk desk;

    @Test
    void whoeverEditedTheDraftOnTheWayCannotApproveIt() {
        var ava = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        var ben = clients.api(PolicyApi.class, "ben", Role.POLICY_AUTHOR, Role.POLICY_APPROVER);
        create("editors");
        var drafted = ava.draft("editors", new NewDraft(LivePolicies.TEXT)).summary();
        invite("editors", "ben");
        var edited =
                ben.save("editors", 1, new DraftEdit(drafted.revision(), LivePolicies.TEXT + "b"))
                        .summary();
        ava.save("editors", 1, new DraftEdit(edited.revision(), LivePolicies.TEXT));
        var sha256 = String.valueOf(ava.submit("editors", 1).summary().sha256());

        assertThatThrownBy(() -> ben.approve("editors", 1, new Approval(sha256, "mine")))
                .isInstanceOf(HttpClientErrorException.Forbidden.class)
                .hasMessageContaining("four-eyes");
        assertThat(desk.awaitingApproval(BEN))
                .extracting(PolicyVersionSummary::slug)
                .doesNotContain("editors");
        assertThatThrownBy(() ->
                        jdbc.update(
                                "update policy_version set status = 'APPROVED', approved_by ="
                                        + " 'ben', approved_at = now() where slug = 'editors'"))
                .rootCause()
                .hasMessageContaining("four_eyes");
        clients.api(PolicyApi.class, "cleo", Role.POLICY_APPROVER)
                .approve("editors", 1, new Approval(sha256, "read by a third"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    submitted | set editors = array['ava'], last_editor = 'ava' | keeps its editors
                    submitted | set text = 'x'                                  | only while it is a draft
                    submitted | set sha256 = (select min(sha256) from policy_bundle where slug <> 'SLUG') | never changes
                    submitted | set author = 'x'                                | keeps its name
                    submitted | set status = 'RETIRED', approved_by = 'cleo'    | does not go from
                    approved  | set approved_by = 'dora'                        | approval never changes
                    approved  | set status = 'DRAFT', sha256 = null, approved_by = null | does not go from
                    draft     | set status = 'APPROVED', sha256 = (select min(sha256) from policy_bundle where slug <> 'SLUG'), approved_by = 'cleo' | does not go from
                    draft     | set status = 'IN_REVIEW', sha256 = (select min(sha256) from policy_bundle where slug <> 'SLUG') | foreign key
                    """)
    void databaseRefusesWhatTheRulesForbid(String state, String change, String reason) {
        var slug = "guard-" + state + "-" + Integer.toHexString(change.hashCode());
        bring(slug, state);
        assertThatThrownBy(() ->
                        jdbc.update(
                                "update policy_version "
                                        + change.replace("SLUG", slug)
                                        + " where slug = '"
                                        + slug
                                        + "'"))
                .rootCause()
                .hasMessageContaining(reason);
    }

    @Test
    void nothingIsEmptiedOrBornApproved() {
        for (var table : new String[] {"policy_bundle", "policy_opinion", "policy_version"}) {
            owner.assertNobodyMay("truncate " + table + " cascade");
        }
        bring("born", "approved");
        assertThatThrownBy(() ->
                        jdbc.update(
                                """
                                insert into policy_version
                                select (jsonb_populate_record(v, jsonb_build_object(
                                           'id', gen_random_uuid(), 'number', 2))).*
                                  from policy_version v where slug = 'born'
                                """))
                .rootCause()
                .hasMessageContaining("starts as a draft");
    }

    private void bring(String slug, String state) {
        create(slug);
        var ava = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        var drafted = ava.draft(slug, new NewDraft("x")).summary();
        invite(slug, "eve");
        clients.api(PolicyApi.class, "eve", Role.POLICY_AUTHOR)
                .save(slug, 1, new DraftEdit(drafted.revision(), LivePolicies.TEXT));
        if (state.equals("draft")) {
            return;
        }
        var sha256 = String.valueOf(ava.submit(slug, 1).summary().sha256());
        if (state.equals("approved")) {
            clients.api(PolicyApi.class, "cleo", Role.POLICY_APPROVER)
                    .approve(slug, 1, new Approval(sha256, ""));
        }
    }

    private void invite(String slug, String person) {
        clients.api(ChangeRequestApi.class, "ava", Role.POLICY_AUTHOR)
                .invite(slug, 1, new Invitation(person));
    }

    private void create(String slug) {
        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                .create(new NewPolicy(slug, "Name of " + slug, "What it is.", "team"));
    }
}
