package dev.precept.registry.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.policy.LintLevel;
import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintRequest;
import dev.precept.contracts.policy.LintSettingsApi;
import dev.precept.contracts.policy.LintSettingsEdit;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class LintSettingsIT {

    private static final String VAGUE =
            LivePolicies.TEXT.replace("loud music", "usually loud music");

    @Autowired private ApiClients clients;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;

    /// Settings are the whole organisation's: no other test may see them.
    @AfterEach
    void forget() {
        owner.jdbc().update("delete from lint_setting");
    }

    @Test
    void severityThatIsRaisedBlocksSubmissionUntilItIsLowered() {
        author().create(new NewPolicy("strict", "Strict", "What it is.", "team"));
        author().draft("strict", new NewDraft(VAGUE));
        var first = approver().set("\"0\"", edit("vague-word", LintLevel.ERROR));
        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.changedBy()).isEqualTo("ben");
        assertThat(author().version("strict", 1).lint().submittable()).isFalse();
        assertThatThrownBy(() -> author().submit("strict", 1))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class)
                .hasMessageContaining("policy-invalid")
                .hasMessageContaining("line 19");
        approver().set("\"1\"", edit("vague-word", LintLevel.OFF));
        assertThat(author().lint(new LintRequest(VAGUE)).findings())
                .extracting(Finding::code)
                .doesNotContain("vague-word");
        assertThat(author().submit("strict", 1).summary().sha256()).isNotNull();
        assertThat(
                        clients.api(LedgerApi.class, "aldo", Role.AUDITOR)
                                .list("lint-settings", null, null, null)
                                .items())
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyCodeIsListedWithWhatIsUsual() {
        var settings = clients.api(LintSettingsApi.class, "rita", Role.REVIEWER).get();
        assertThat(settings.revision()).isZero();
        assertThat(settings.codes())
                .filteredOn(code -> code.code().equals("rule-twice"))
                .singleElement()
                .satisfies(code -> {
                    assertThat(code.fixed()).isTrue();
                    assertThat(code.level()).isEqualTo(LintLevel.ERROR);
                });
    }

    @Test
    void staleUnknownAndFixedChangesAreRefused() {
        approver().set("\"0\"", edit("length", LintLevel.OFF));
        assertThatThrownBy(() -> approver().set("\"0\"", edit("length", LintLevel.ERROR)))
                .isInstanceOf(HttpClientErrorException.Conflict.class)
                .hasMessageContaining("stale-write");
        assertThatThrownBy(() -> approver().set("\"1\"", edit("no-such", LintLevel.OFF)))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class);
        assertThatThrownBy(() -> approver().set("\"1\"", edit("rule-twice", LintLevel.OFF)))
                .hasMessageContaining("rule-twice is always an error");
        assertThatThrownBy(() -> approver().set("soon", edit("length", LintLevel.OFF)))
                .hasMessageContaining("If-Match");
        var author = clients.api(LintSettingsApi.class, "ava", Role.POLICY_AUTHOR);
        assertThatThrownBy(() -> author.set("\"1\"", edit("length", LintLevel.OFF)))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    @Test
    void databaseRefusesToLowerWhatIsFixed() {
        var insert =
                "insert into lint_setting (revision, levels, changed_by, changed_at)"
                        + " values (1, ?::jsonb, 'eve', now())";
        assertThatThrownBy(() -> jdbc.update(insert, "{\"rule-twice\": \"OFF\"}"))
                .rootCause()
                .hasMessageContaining("fixed_codes");
        assertThatThrownBy(() -> jdbc.update(insert, "{\"length\": \"LOUD\"}"))
                .rootCause()
                .hasMessageContaining("known_levels");
    }

    @Test
    void textOfTwoMegabytesIsRefusedWithItsSize() {
        var huge = LivePolicies.TEXT + "x".repeat(2 * 1024 * 1024);
        assertThatThrownBy(() -> author().lint(new LintRequest(huge)))
                .hasMessageContaining("content-too-large")
                .hasMessageContaining("262,144");
        author().create(new NewPolicy("huge", "Huge", "What it is.", "team"));
        assertThatThrownBy(() -> author().draft("huge", new NewDraft(huge)))
                .hasMessageContaining("content-too-large");
    }

    private PolicyApi author() {
        return clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
    }

    private LintSettingsApi approver() {
        return clients.api(LintSettingsApi.class, "ben", Role.POLICY_APPROVER);
    }

    private static LintSettingsEdit edit(String code, LintLevel level) {
        return new LintSettingsEdit(Map.of(code, level));
    }
}
