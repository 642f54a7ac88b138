package dev.precept.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Keycloak realm has the roles of the product, its demo people and its clients.
class RealmTest {

    private static final JsonNode REALM =
            new JsonMapper().readTree(Path.of("keycloak", "precept-realm.json").toFile());

    @Test
    void rolesAreThoseOfTheContracts() {
        assertThat(REALM.at("/roles/realm").valueStream().map(role -> role.get("name").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::wireName).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "ava, policy-author",
        "ben, policy-approver policy-activator",
        "cleo, policy-approver",
        "rita, reviewer",
        "omar, reviewer",
        "lena, review-lead reviewer",
        "aldo, auditor",
        "otto, operator",
        "service-account-precept-worker, worker",
        "service-account-precept-submitter, submitter"
    })
    void demoPeopleHaveTheirRoles(String name, String roles) {
        var person = named("users", "username", name);
        assertThat(texts(person.get("realmRoles"))).containsExactlyInAnyOrder(roles.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"ben, /safety", "cleo, /legal"})
    void demoApproversAreInGroupsThatRulesCanName(String name, String group) {
        assertThat(texts(named("users", "username", name).get("groups"))).containsExactly(group);
        assertThat(REALM.get("groups").valueStream().map(it -> "/" + it.get("name").asString()))
                .contains(group);
    }

    @ParameterizedTest
    @CsvSource({"precept-console, true", "precept-worker, false", "precept-submitter, false"})
    void clientsPutAudienceAndRolesIntoTheirTokens(String id, boolean people) {
        var client = named("clients", "clientId", id);
        assertThat(client.get("standardFlowEnabled").asBoolean()).isEqualTo(people);
        assertThat(client.get("serviceAccountsEnabled").asBoolean()).isEqualTo(!people);
        assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.get("protocolMappers").valueStream())
                .anySatisfy(mapper ->
                        assertThat(mapper.at("/config/included.custom.audience").asString(""))
                                .isEqualTo("precept"))
                .anySatisfy(mapper -> {
                    assertThat(mapper.get("protocolMapper").asString())
                            .isEqualTo("oidc-group-membership-mapper");
                    assertThat(mapper.at("/config/claim.name").asString("")).isEqualTo("groups");
                    assertThat(mapper.at("/config/access.token.claim").asString(""))
                            .isEqualTo("true");
                })
                .anySatisfy(mapper -> {
                    assertThat(mapper.at("/config/claim.name").asString(""))
                            .isEqualTo("realm_access.roles");
                    for (var token : List.of("access.token", "id.token", "userinfo.token")) {
                        assertThat(mapper.at("/config/" + token + ".claim").asString(""))
                                .isEqualTo("true");
                    }
                });
    }

    @Test
    void consoleSignsInWithProofKeys() {
        var console = named("clients", "clientId", "precept-console");
        assertThat(console.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
    }

    private static JsonNode named(String list, String key, String value) {
        return StreamSupport.stream(REALM.get(list).spliterator(), false)
                .filter(node -> node.get(key).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " is not among the " + list));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
