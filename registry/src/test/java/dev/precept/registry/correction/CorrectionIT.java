package dev.precept.registry.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.correction.CorrectedCase;
import dev.precept.contracts.correction.CorrectionApi;
import dev.precept.contracts.correction.CorrectionClusters.Finding;
import dev.precept.contracts.correction.Embedding;
import dev.precept.contracts.correction.EmbeddingApi;
import dev.precept.contracts.correction.Embeddings;
import dev.precept.contracts.correction.TextKey;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Overturns;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class CorrectionIT {

    private static final String MODEL = "ab".repeat(32);

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void whatPeopleOverturnedBecomesClustersAndADraftWithProtectedCases() {
        policies.create("corrected");
        new Overturns(clients, jdbc)
                .of("corrected", "Trumpets after lunch", "Trumpets before lunch", "Bread at night");
        var api = clients.api(CorrectionApi.class, "ava", Role.POLICY_AUTHOR);
        assertThat(api.clusters("corrected").unread()).isEqualTo(3);
        assertThat(api.clusters("corrected").clusters()).isEmpty();

        var worker = clients.api(EmbeddingApi.class, "precept-worker", Role.WORKER);
        var first = worker.missing(MODEL, null).getFirst();
        assertThat(worker.missing(MODEL, Set.of(first.key(), "item:gone")))
                .isNotEmpty()
                .doesNotContain(first);
        for (var missing = worker.missing(MODEL, null);
                !missing.isEmpty();
                missing = worker.missing(MODEL, null)) {
            var vectors = missing.stream().map(CorrectionIT::vector).toList();
            worker.keep(new Embeddings(MODEL, vectors));
            worker.keep(new Embeddings(MODEL, vectors));
        }

        var found = api.clusters("corrected");
        assertThat(found.unread()).isZero();
        assertThat(found.clusters()).hasSize(2);
        var trumpets = found.clusters().getFirst();
        assertThat(trumpets.cases()).hasSize(2);
        assertThat(trumpets.cited()).containsEntry("NO1", 2);
        assertThat(trumpets.right()).containsOnlyKeys(Outcome.SAFE);
        assertThat(trumpets.finding()).isEqualTo(Finding.SILENT);
        assertThat(trumpets.typical().asText()).startsWith("Trumpets");
        assertThat(found.clusters().getLast().finding()).isEqualTo(Finding.MISREAD);

        var read = api.cases("corrected", new CorrectionApi.From(trumpets.cases()));
        assertThat(read).extracting(CorrectedCase::id).isEqualTo(trumpets.cases());
        assertThat(read)
                .allMatch(each -> each.content().asText().startsWith("Trumpets"))
                .allMatch(each -> each.said() == Outcome.VIOLATES)
                .allMatch(each -> each.cited().equals(List.of("NO1")))
                .allMatch(each -> each.right().outcome() == Outcome.SAFE);
        assertThat(read.toString()).doesNotContain("Trumpets");

        var draft = api.draft("corrected", new CorrectionApi.From(trumpets.cases()));
        assertThat(draft.guarded()).isEqualTo(2);
        var author = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        assertThat(author.version("corrected", draft.version()).text())
                .isEqualTo(LivePolicies.TEXT);
        assertThat(
                        clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR)
                                .list("corrected", null)
                                .items())
                .filteredOn(golden -> golden.content().asText().startsWith("Trumpets"))
                .hasSize(2)
                .allMatch(GoldenCase::guarded)
                .allMatch(golden -> golden.expected().outcome() == Outcome.SAFE);
        assertThatThrownBy(() ->
                        api.draft(
                                "corrected",
                                new CorrectionApi.From(List.of(new CaseId(UUID.randomUUID())))))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
    }

    @Test
    void casesAreReadAFewAtATimeByThoseWhoSeeContents() {
        policies.create("unread");
        var some = new CorrectionApi.From(List.of(new CaseId(UUID.randomUUID())));
        var many =
                new CorrectionApi.From(
                        Stream.generate(() -> new CaseId(UUID.randomUUID()))
                                .limit(CorrectionApi.MOST_READ + 1)
                                .toList());

        assertThatThrownBy(() ->
                        clients.api(CorrectionApi.class, "otto", Role.POLICY_ACTIVATOR)
                                .cases("unread", some))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        var api = clients.api(CorrectionApi.class, "ava", Role.POLICY_AUTHOR);
        assertThatThrownBy(() -> api.cases("unread", some))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        assertThatThrownBy(() -> api.cases("unread", many))
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining("51 cases; give 1 to 50");
    }

    @Test
    void vectorsAreTakenFromWorkersOnlyAndOnlyIfTheyAreSound() {
        var author = clients.api(EmbeddingApi.class, "ava", Role.POLICY_AUTHOR);
        assertThatThrownBy(() -> author.missing(MODEL, null))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        var worker = clients.api(EmbeddingApi.class, "precept-worker", Role.WORKER);
        var many =
                IntStream.rangeClosed(0, EmbeddingApi.MOST_EXCEPTIONS)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toSet());
        assertThatThrownBy(() -> worker.missing(MODEL, many))
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining("51 keys");
        var key = "text:" + "0".repeat(64);
        for (var bad :
                List.of(
                        new Embeddings("model", List.of()),
                        new Embeddings(MODEL, List.of(new Embedding("other", unit(0)))),
                        new Embeddings(MODEL, List.of(new Embedding(key, new float[] {2, 0}))),
                        new Embeddings(
                                MODEL, List.of(new Embedding(key, new float[] {Float.NaN}))))) {
            assertThatThrownBy(() -> worker.keep(bad))
                    .isInstanceOf(HttpClientErrorException.class)
                    .satisfies(refused ->
                            assertThat(((HttpClientErrorException) refused).getStatusCode().value())
                                    .isIn(400, 422));
        }
    }

    /// Trumpets lie where nothing else does, and what is allowed away from what is not.
    private static Embedding vector(TextKey text) {
        var words = text.text();
        boolean allowed = Stream.of("Asks", "Could", "Concert").anyMatch(words::startsWith);
        return new Embedding(text.key(), unit(words.startsWith("Trumpets") ? 1 : allowed ? 2 : 0));
    }

    private static float[] unit(int axis) {
        var vector = new float[3];
        vector[axis] = 1;
        return vector;
    }
}
