package dev.precept.registry.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.HttpClientErrorException;

/// What several people may change says its revision, and a change of what they did not see is
/// refused.
@RegistryTest
class RevisionIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/policies/spam/approval-rules",
                "/v1/policies/spam/gates",
                "/v1/lint-settings"
            })
    void answersCarryTheirRevisionAsTheirTag(String path) {
        var answer =
                clients.as("ada", Role.AUDITOR)
                        .get()
                        .uri(path)
                        .retrieve()
                        .toEntity(new ParameterizedTypeReference<Map<String, Object>>() {});
        assertThat(answer.getHeaders().getETag())
                .isEqualTo(
                        "\"%s\""
                                .formatted(
                                        Objects.requireNonNull(answer.getBody()).get("revision")));
    }

    @Test
    void draftIsSubmittedAsItWasRead() {
        policies.create("read-submit");
        var ava = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        var draft = ava.draft("read-submit", new NewDraft(LivePolicies.TEXT));
        int number = draft.summary().number();
        assertThat(tagOf("read-submit", number)).isEqualTo(tag(draft.revision()));
        var edit = new DraftEdit(draft.revision(), draft.text() + "\nAnd more.\n");
        var saved = ava.save("read-submit", number, edit);
        refused(() -> ava.submit("read-submit", number, tag(draft.revision())));
        var submitted = ava.submit("read-submit", number, tag(saved.revision()));

        var ben = clients.api(PolicyApi.class, "ben", Role.POLICY_APPROVER);
        refused(() ->
                ben.decline("read-submit", number, tag(saved.revision()), new Decline("Too long")));
        ben.decline("read-submit", number, tag(submitted.revision()), new Decline("Too long"));
    }

    @Test
    void aliasThatMovedMeanwhileStaysWhereItIs() {
        policies.create("read-alias");
        policies.approve("read-alias");
        var ben = clients.api(PolicyApi.class, "ben", Role.POLICY_ACTIVATOR);
        ben.pointAlias("read-alias", "live", new AliasTarget(2, null, 1));
        refused(() -> ben.pointAlias("read-alias", "live", new AliasTarget(1, "back", 1)));
        assertThat(ben.get("read-alias").aliases()).containsEntry("live", 2);
    }

    private @Nullable String tagOf(String slug, int number) {
        return clients.as("ava", Role.POLICY_AUTHOR)
                .get()
                .uri("/v1/policies/%s/versions/%d".formatted(slug, number))
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getETag();
    }

    private static void refused(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(HttpClientErrorException.Conflict.class)
                .hasMessageContaining("stale-write");
    }

    private static String tag(int revision) {
        return "\"%d\"".formatted(revision);
    }
}
