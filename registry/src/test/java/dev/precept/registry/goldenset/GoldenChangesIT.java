package dev.precept.registry.goldenset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenCaseEdit;
import dev.precept.contracts.policy.GoldenCaseId;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSearch;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class GoldenChangesIT {

    private static final GoldenExpectation SAFE = new GoldenExpectation(Outcome.SAFE, null, null);
    private static final GoldenExpectation VIOLATES =
            new GoldenExpectation(Outcome.VIOLATES, null, null);

    @Autowired private ApiClients clients;

    @Test
    void aChangedCaseTakesThePlaceOfTheOldOneWhichFrozenSetsKeep() {
        var api = policy("changed-case");
        var old = add(api, "changed-case", "Drums at noon", null, VIOLATES);
        var sets = clients.api(GoldenSetVersionApi.class, "ava", Role.POLICY_AUTHOR);
        var first = sets.freeze("changed-case");

        var now = api.change("changed-case", old.id(), new GoldenCaseEdit(SAFE, "By day.", true));

        assertThat(now.id()).isNotEqualTo(old.id());
        assertThat(now.content()).isEqualTo(old.content());
        assertThat(now.expected()).isEqualTo(SAFE);
        assertThat(now.note()).isEqualTo("By day.");
        assertThat(now.guarded()).isTrue();
        assertThat(now.source()).isEqualTo(old.source());
        assertThat(api.list("changed-case", null).items()).containsExactly(now);
        var second = sets.freeze("changed-case");
        assertThat(second.sha256()).isNotEqualTo(first.sha256());
        var newest = sets.page("changed-case", null, 1);
        assertThat(newest.items()).containsExactly(second);
        assertThat(sets.page("changed-case", newest.next(), 1).items()).containsExactly(first);
    }

    @Test
    void whatChangesNothingLeavesTheCaseAsItIs() {
        var api = policy("same-case");
        var known = add(api, "same-case", "Drums at noon", null, SAFE);
        assertThat(api.change("same-case", known.id(), new GoldenCaseEdit(SAFE, null, false)))
                .isEqualTo(known);
    }

    @Test
    void aCaseThatWasChangedMeanwhileIsAStaleWrite() {
        var api = policy("stale-case");
        var known = add(api, "stale-case", "Drums at noon", null, SAFE);
        api.change("stale-case", known.id(), new GoldenCaseEdit(VIOLATES, null, false));
        assertThatThrownBy(() ->
                        api.change(
                                "stale-case", known.id(), new GoldenCaseEdit(SAFE, "Mine", false)))
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining("stale-write");
    }

    @Test
    void ofManyWhoChangeOneCaseAtOnceOneSucceeds() throws Exception {
        var api = policy("raced-case");
        var known = add(api, "raced-case", "Drums at noon", null, SAFE);
        var start = new CountDownLatch(1);
        var changed = new ArrayList<GoldenCase>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<java.util.concurrent.Future<GoldenCase>>();
            for (int number = 0; number < 8; number++) {
                var edit = new GoldenCaseEdit(VIOLATES, "Note " + number, false);
                tries.add(
                        threads.submit(() -> {
                            start.await();
                            return api.change("raced-case", known.id(), edit);
                        }));
            }
            start.countDown();
            for (var each : tries) {
                try {
                    changed.add(each.get());
                } catch (java.util.concurrent.ExecutionException refused) {
                    assertThat(refused).hasMessageContaining("stale-write");
                }
            }
        }
        assertThat(changed).hasSize(1);
        assertThat(api.list("raced-case", null).items()).isEqualTo(changed);
    }

    @Test
    void aRetiredCaseIsGoneFromTheSetAndItsContentMayComeBack() {
        var api = policy("retired-case");
        var known = add(api, "retired-case", "Drums at noon", null, SAFE);
        api.retire("retired-case", known.id());
        api.retire("retired-case", known.id());
        assertThat(api.list("retired-case", null).items()).isEmpty();
        assertThat(add(api, "retired-case", "Drums at noon", null, VIOLATES).expected())
                .isEqualTo(VIOLATES);
    }

    @Test
    void whatIsNoCaseOfThisPolicyIsNotFoundAndReviewersChangeNothing() {
        var api = policy("own-cases");
        var other = policy("other-cases");
        var foreign = add(other, "other-cases", "Drums at noon", null, SAFE);
        var edit = new GoldenCaseEdit(SAFE, null, false);
        assertThatThrownBy(() -> api.change("own-cases", foreign.id(), edit))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        assertThatThrownBy(() -> api.retire("own-cases", new GoldenCaseId(UUID.randomUUID())))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        var reviewer = clients.api(GoldenSetApi.class, "rita", Role.REVIEWER);
        assertThatThrownBy(() -> reviewer.change("other-cases", foreign.id(), edit))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        assertThatThrownBy(() -> reviewer.retire("other-cases", foreign.id()))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    @Test
    void aRuleThatThePolicyHasNotIsRefusedUnlessTheCaseHadItBefore() {
        var api = policy("known-rules");
        var old =
                add(
                        api,
                        "known-rules",
                        "Drums at noon",
                        null,
                        new GoldenExpectation(Outcome.VIOLATES, null, "QH9"));
        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                .draft(
                        "known-rules",
                        new NewDraft(
                                "---\nlabels:\n  noise: [QH1]\n---\n# Noise\n\n## Violates\n- **QH1** Loud.\n"));
        var unknown = new GoldenExpectation(Outcome.VIOLATES, null, "QH2");
        assertThatThrownBy(() ->
                        api.change(
                                "known-rules", old.id(), new GoldenCaseEdit(unknown, null, false)))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class)
                .hasMessageContaining("QH2")
                .hasMessageContaining("QH1");
        assertThat(
                        api.change(
                                        "known-rules",
                                        old.id(),
                                        new GoldenCaseEdit(old.expected(), "By day.", false))
                                .note())
                .isEqualTo("By day.");
    }

    @Test
    void casesAreFoundByWordsOutcomeRuleAndLanguage() {
        var api = policy("found-cases");
        var drums = add(api, "found-cases", "DRUMS at 100% volume", "en", VIOLATES);
        var violin =
                add(
                        api,
                        "found-cases",
                        "Eine Geige um zehn",
                        "de",
                        new GoldenExpectation(Outcome.SAFE, null, "QH-A1"));
        var bells = add(api, "found-cases", "Bells_at_six", null, SAFE);

        assertThat(found(api, search("drums", null, null, null))).containsExactly(drums);
        assertThat(found(api, search("0% v", null, null, null))).containsExactly(drums);
        assertThat(found(api, search("%", null, null, null))).containsExactly(drums);
        assertThat(found(api, search("_at_", null, null, null))).containsExactly(bells);
        assertThat(found(api, search("\\", null, null, null))).isEmpty();
        assertThat(found(api, search("kind", null, null, null)))
                .as("words of the JSON are no words of the content")
                .isEmpty();
        assertThat(found(api, search(null, Outcome.SAFE, null, null)))
                .containsExactly(bells, violin);
        assertThat(found(api, search(null, null, "QH-A1", null))).containsExactly(violin);
        assertThat(found(api, search(null, null, null, "de"))).containsExactly(violin);
        assertThat(found(api, search(null, null, null, "und"))).containsExactly(bells);
        assertThat(found(api, search(" ", null, " ", ""))).containsExactly(bells, violin, drums);
    }

    private static List<GoldenCase> found(GoldenSetApi api, GoldenSearch search) {
        return api.search("found-cases", search, null).items();
    }

    private static GoldenSearch search(
            @Nullable String text,
            @Nullable Outcome outcome,
            @Nullable String rule,
            @Nullable String language) {
        return new GoldenSearch(text, outcome, rule, language);
    }

    private GoldenSetApi policy(String slug) {
        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                .create(new NewPolicy(slug, slug, "Noise.", "trust"));
        return clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR);
    }

    private static GoldenCase add(
            GoldenSetApi api,
            String slug,
            String text,
            @Nullable String language,
            GoldenExpectation expected) {
        var golden = new NewGoldenCase(new Message(text, language), expected, null);
        api.importCases(slug, new GoldenImport("hand", List.of(golden)));
        return api.list(slug, null).items().getFirst();
    }
}
