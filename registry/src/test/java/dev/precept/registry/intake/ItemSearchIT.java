package dev.precept.registry.intake;

import static dev.precept.registry.intake.BatchClient.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.intake.ItemApi;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.intake.ItemSummary;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.registry.item.NewItem;
import dev.precept.registry.policy.Asked;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class ItemSearchIT {

    @Autowired private ApiClients clients;
    @Autowired private Submissions submissions;
    @Autowired private PolicyDirectory directory;
    @Autowired private LivePolicies policies;

    @Test
    void pagesLeaveNothingOutAndRepeatNothing() {
        policies.create("search-pages");
        submit("search-pages", IntStream.range(0, 45).mapToObj(n -> "text " + n).toList());
        var found = new ArrayList<ItemSummary>();
        @Nullable String cursor = null;
        do {
            var page = api().search(policy("search-pages"), cursor, 20);
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(found).extracting(ItemSummary::id).hasSize(45).doesNotHaveDuplicates();
        assertThat(found.getFirst().content()).isEqualTo(new Message("text 44"));
        assertThat(api().count(policy("search-pages"))).isEqualTo(45);
    }

    @Test
    void itemsWithAndWithoutVerdictAreShown() {
        policies.create("search-mixed");
        submit("search-mixed", List.of("judged"));
        new Judge(clients).all(1, "search-mixed", Outcome.SAFE, 0.8);
        submit("search-mixed", List.of("waiting"));
        var found = api().search(policy("search-mixed"), null, 50).items();
        assertThat(found.getFirst().verdict()).isNull();
        assertThat(found.getLast().verdict())
                .isNotNull()
                .extracting(Verdict::outcome)
                .isEqualTo(Outcome.SAFE);
    }

    @Test
    void wordsAreFoundInAnyOrderAndPlaceholdersAreNotMagic() {
        policies.create("search-words");
        submit("search-words", List.of("The Bread is 100% fresh", "bread and butter"));
        assertThat(texts("search-words", "FRESH bread")).containsExactly("The Bread is 100% fresh");
        assertThat(texts("search-words", "100%")).containsExactly("The Bread is 100% fresh");
        assertThat(texts("search-words", "b_tter")).isEmpty();
        assertThat(texts("search-words", "kind")).isEmpty();
        assertThat(texts("search-words", "' or 1=1 --")).isEmpty();
    }

    @Test
    void wordsOfAChatAreFound() {
        policies.create("search-chat");
        var body =
                line("x", "search-chat", "?")
                        .replaceAll(
                                "\"content\":.*",
                                "\"content\":{\"kind\":\"chat\",\"turns\":[{\"role\":\"user\",\"text\":\"good \\\\\"morning\\\\\"\"}]}}");
        new BatchClient(clients, "shop").submit(body);
        assertThat(texts("search-chat", "\"morning\"")).hasSize(1);
    }

    @Test
    void verdictFiltersCombine() {
        policies.create("search-filter");
        submit("search-filter", List.of("a"));
        new Judge(clients).all(1, "search-filter", Outcome.VIOLATES, 0.4);
        submit("search-filter", List.of("b"));
        new Judge(clients).all(1, "search-filter", Outcome.VIOLATES, 0.9);
        var unsure =
                new ItemSearch(
                        null,
                        "search-filter@1",
                        Outcome.VIOLATES,
                        "NO1",
                        null,
                        Instant.EPOCH,
                        Instant.now().plusSeconds(60),
                        0.5);
        assertThat(api().search(unsure, null, 50).items())
                .singleElement()
                .satisfies(row -> assertThat(row.content()).isEqualTo(new Message("a")));
        assertThat(api().count(unsure)).isEqualTo(1);
    }

    @Test
    void playgroundStaysOut() {
        var version = policies.create("search-playground");
        var item =
                new NewItem(Submissions.newId(), new Message("tried"), null, Map.of(), "ava", true);
        submissions.submit(
                List.of(new Submission(item, List.of(new Asked(version, null)))),
                Lane.INTERACTIVE,
                null);
        assertThat(api().count(policy("search-playground"))).isZero();
        assertThat(api().get(item.id()).content()).isEqualTo(new Message("tried"));
    }

    @Test
    void whatCannotBeAskedIsRefusedClearly() {
        assertRefused(() -> api().search(ItemSearch.ALL, "nonsense", 50), "The cursor is not one");
        assertRefused(() -> api().search(ItemSearch.ALL, "////", 50), "The cursor is not one");
        assertRefused(() -> api().search(ItemSearch.ALL, null, 201), "1 to 200");
        assertRefused(() -> api().search(policy("spam@live"), null, 50), "slug@number");
        assertThatThrownBy(() -> api().get(new ItemId(UUID.randomUUID())))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        var submitter = clients.api(ItemApi.class, "shop", Role.SUBMITTER);
        assertThatThrownBy(() -> submitter.count(ItemSearch.ALL))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    private static void assertRefused(Runnable call, String reason) {
        assertThatThrownBy(call::run)
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining("422")
                .hasMessageContaining(reason);
    }

    private void submit(String slug, List<String> texts) {
        var version = directory.ask(slug);
        submissions.submit(
                texts.stream()
                        .map(text ->
                                new Submission(
                                        new NewItem(
                                                Submissions.newId(),
                                                new Message(text),
                                                null,
                                                Map.of(),
                                                "shop",
                                                false),
                                        List.of(version)))
                        .toList(),
                Lane.BULK,
                null);
    }

    private List<String> texts(String slug, String words) {
        var search = new ItemSearch(words, slug, null, null, null, null, null, null);
        return api().search(search, null, 50).items().stream()
                .map(row -> row.content().asText())
                .toList();
    }

    private static ItemSearch policy(String policy) {
        return new ItemSearch(null, policy, null, null, null, null, null, null);
    }

    private ItemApi api() {
        return clients.api(ItemApi.class, "rita", Role.REVIEWER);
    }
}
