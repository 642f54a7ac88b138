package dev.precept.registry.goldenset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.content.Turn;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class GoldenImportIT {

    private static final String NOTE = "A note of ordinary length that says why it stands here. ";

    @Autowired private ApiClients clients;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void tenThousandCasesComeInAtOnceAndOneMoreIsRefused() {
        var api = policy("ten-thousand");
        var cases =
                IntStream.range(0, 10_000)
                        .mapToObj(number -> golden(new Message("Drums " + number), NOTE.repeat(8)))
                        .toList();
        assertThat(api.importCases("ten-thousand", new GoldenImport("hand", cases)))
                .isEqualTo(new GoldenImport.Result(10_000, 0));
        var more = new ArrayList<>(cases);
        more.add(golden(new Message("one more"), null));
        assertThatThrownBy(() -> api.importCases("ten-thousand", new GoldenImport("hand", more)))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class)
                .hasMessageContaining("10,001");
        assertThat(count("ten-thousand")).isEqualTo(10_000);
    }

    @Test
    void badCaseIsNamedByItsIndexAndKeepsAllOut() {
        var api = policy("bad-case");
        var good = golden(new Message("good"), null);
        for (var bad :
                List.of(
                        golden(new Message(" \n"), null),
                        golden(new Message("x".repeat(Content.MAX_CHARACTERS + 1)), null),
                        golden(new Message("x"), "n".repeat(2_001)),
                        new NewGoldenCase(
                                new Message("x"),
                                new GoldenExpectation(Outcome.SAFE, null, "r".repeat(101)),
                                null))) {
            assertThatThrownBy(() ->
                            api.importCases(
                                    "bad-case", new GoldenImport("hand", List.of(good, good, bad))))
                    .isInstanceOf(HttpClientErrorException.UnprocessableContent.class)
                    .hasMessageContaining("\"index\":2");
        }
        assertThatThrownBy(() ->
                        clients.as("ava", Role.POLICY_AUTHOR)
                                .post()
                                .uri("/v1/policies/bad-case/golden-cases/import")
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(
                                        """
                                        {"source": "hand", "cases": [
                                          {"content": {"kind": "message", "text": "good"},
                                           "expected": {"outcome": "SAFE"}},
                                          {"content": {"kind": "message", "text": "secret words"},
                                           "expected": {"outcome": "PERHAPS"}}]}
                                        """)
                                .retrieve()
                                .toBodilessEntity())
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining("cases[1].expected.outcome")
                .hasMessageNotContaining("secret words");
        assertThat(count("bad-case")).isZero();
    }

    @Test
    void contentOfEveryKindComesBackAsItWas() {
        var api = policy("kinds");
        var chat =
                new Chat(
                        List.of(
                                new Turn(Turn.Role.USER, "Where is the <b>party</b>? 🙂"),
                                new Turn(Turn.Role.ASSISTANT, "Ünder the bridge.")),
                        null);
        api.importCases("kinds", new GoldenImport("hand", List.of(golden(chat, "why"))));
        assertThat(api.list("kinds", null).items())
                .singleElement()
                .satisfies(golden -> {
                    assertThat(golden.content()).isEqualTo(chat);
                    assertThat(golden.note()).isEqualTo("why");
                    assertThat(golden.addedBy()).isEqualTo("ava");
                });
    }

    @Test
    void contentNeverEntersTheLedger() {
        var api = policy("quiet-ledger");
        var golden = golden(new Message("a very particular sentence"), "and its note");
        api.importCases("quiet-ledger", new GoldenImport("hand", List.of(golden)));
        assertThat(
                        jdbc.queryForList(
                                "select payload from ledger_entry where subject ="
                                        + " 'policy:quiet-ledger'",
                                String.class))
                .anySatisfy(payload -> assertThat(payload).contains("\"added\":1"))
                .noneSatisfy(payload -> assertThat(payload).contains("particular"));
    }

    @Test
    void reviewersReadAndDoNotImport() {
        policy("readers");
        var reviewer = clients.api(GoldenSetApi.class, "rita", Role.REVIEWER);
        assertThat(reviewer.list("readers", null).items()).isEmpty();
        assertThatThrownBy(
                        () -> reviewer.importCases("readers", new GoldenImport("hand", List.of())))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        for (var role :
                List.of(
                        Role.SUBMITTER,
                        Role.OPERATOR,
                        Role.POLICY_APPROVER,
                        Role.POLICY_ACTIVATOR)) {
            var other = clients.api(GoldenSetApi.class, "nora", role);
            assertThatThrownBy(() -> other.list("readers", null))
                    .as(role.toString())
                    .isInstanceOf(HttpClientErrorException.Forbidden.class);
        }
    }

    private GoldenSetApi policy(String slug) {
        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                .create(new NewPolicy(slug, "Name of " + slug, "What it is.", "team"));
        return clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR);
    }

    private int count(String slug) {
        var count =
                jdbc.queryForObject(
                        "select count(*) from golden_case where slug = ?", Integer.class, slug);
        return count == null ? 0 : count;
    }

    private static NewGoldenCase golden(Content content, @Nullable String note) {
        return new NewGoldenCase(
                content, new GoldenExpectation(Outcome.VIOLATES, "noise", "NO1"), note);
    }
}
