package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.RegistryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;

/// What belongs to a policy is not found where there is no policy.
@RegistryTest
class UnknownPolicyIT {

    @Autowired private ApiClients clients;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gates",
                "evaluations",
                "rollouts",
                "activations",
                "break-glass",
                "wording-proposals",
                "golden-cases",
                "golden-sets",
                "golden-cases/export",
                "aliases",
                "approval-rules",
                "versions"
            })
    void whatBelongsToNoPolicyIsNotFound(String what) {
        assertThatThrownBy(() ->
                        clients.as("ava", Role.POLICY_AUTHOR)
                                .get()
                                .uri("/v1/policies/no-such-policy/" + what)
                                .retrieve()
                                .toBodilessEntity())
                .isInstanceOf(HttpClientErrorException.NotFound.class)
                .hasMessageContaining("no-such-policy");
    }
}
