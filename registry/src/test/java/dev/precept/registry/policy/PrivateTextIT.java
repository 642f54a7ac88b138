package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationSource.Golden;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.intake.PlaygroundRequest;
import dev.precept.contracts.policy.CitedRuleApi;
import dev.precept.contracts.policy.GoldenCaseEdit;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyDiffApi;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.policy.PromptApi;
import dev.precept.contracts.policy.PromptPreview.Part;
import dev.precept.contracts.policy.PromptRequest;
import dev.precept.contracts.policy.PromptSample;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Invitation;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/// Comparison, prompt, cited rules, labels and golden cases show a version's text: of a draft, only
/// to those who may read it.
@RegistryTest
class PrivateTextIT {

    private static final PromptSample SAMPLE = new PromptSample(new Message("See you at noon"));

    private static final NewGoldenCase CASE =
            new NewGoldenCase(
                    new Message("Drums at one"),
                    new GoldenExpectation(Outcome.VIOLATES, null, null),
                    null);

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies live;

    @Test
    void aDraftStaysPrivateHoweverItIsLookedAt() {
        live.create("veiled");
        var text = LivePolicies.TEXT.replace("loud music", "noisy music");
        var number =
                clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                        .draft("veiled", new NewDraft(text))
                        .summary()
                        .number();
        refused(() -> diffs("rita").changes("veiled", number, 1));
        refused(() -> diffs("rita").changes("veiled", 1, number));
        refused(() -> prompts("rita").preview("veiled", number, SAMPLE));
        refused(() ->
                clients.api(EvaluationApi.class, "rita", Role.REVIEW_LEAD)
                        .start("veiled", new NewEvaluation(number, new Golden(null, null))));
        refused(() ->
                clients.as("rita", Role.REVIEWER)
                        .post()
                        .uri("/v1/playground")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(
                                new PlaygroundRequest(
                                        "veiled@" + number, new Message("See you at noon")))
                        .retrieve()
                        .toBodilessEntity());
        refused(() ->
                clients.api(CitedRuleApi.class, "rita", Role.REVIEWER).cited("veiled", number));
        assertThat(diffs("ava").changes("veiled", number, 1).summary())
                .isEqualTo("1 rule reworded: NO1");
        assertThat(prompts("ava").preview("veiled", number, SAMPLE).written())
                .contains("noisy music");
    }

    @Test
    void whatIsToldOfAPolicyComesFromVersionsThatTheReaderMaySee() {
        ava().create(new NewPolicy("half-seen", "Half seen", "What it is.", "team"));
        draft("half-seen", "noise");
        assertSeen("ava", "half-seen", 1, "noise", "haste");
        assertSeen("rita", "half-seen", null);

        ava().submit("half-seen", 1);
        draft("half-seen", "din");
        assertSeen("rita", "half-seen", 1, "noise", "haste");
        assertSeen("ava", "half-seen", 2, "noise", "haste");
        assertThat(clients.api(PolicyApi.class, "aldo", Role.AUDITOR).get("half-seen").latest())
                .extracting(PolicyVersionSummary::number)
                .isEqualTo(2);

        clients.api(ChangeRequestApi.class, "ava", Role.POLICY_AUTHOR)
                .invite("half-seen", 2, new Invitation("rita"));
        assertSeen("rita", "half-seen", 2, "noise", "haste");
    }

    @Test
    void labelsAreThoseOfTheLiveVersionWhateverWasSubmittedSince() {
        live.create("seen-live");
        live.approve("seen-live", LivePolicies.TEXT.replace("noise", "din"));
        assertSeen("rita", "seen-live", 2, "noise", "haste");
    }

    @Test
    void aGoldenCaseMayExpectARuleOfADraftThatItsWriterMayRead() {
        live.create("half-known");
        var added =
                ava().draft("half-known", new NewDraft(LivePolicies.TEXT.replace("NO2", "NO7")));
        assertThat(added.lint().submittable()).isTrue();
        goldens("ava").importCases("half-known", new GoldenImport("hand", List.of(CASE)));
        var id = goldens("ava").list("half-known", null).items().getFirst().id();
        var expected = new GoldenExpectation(Outcome.VIOLATES, null, "NO7");

        assertThatThrownBy(() ->
                        goldens("nora")
                                .change(
                                        "half-known",
                                        id,
                                        new GoldenCaseEdit(expected, null, false)))
                .hasMessageContaining("NO7 in version 1; give one of NO-A1, NO1, NO2");
        assertThat(
                        goldens("ava")
                                .change("half-known", id, new GoldenCaseEdit(expected, null, false))
                                .expected())
                .isEqualTo(expected);
    }

    @Test
    void everybodyReadsThePromptOfAnApprovedVersion() {
        live.create("unveiled");
        var preview = prompts("rita").preview("unveiled", 1, SAMPLE);
        assertThat(preview.written())
                .endsWith("<|start|>user<|message|>See you at noon<|end|><|start|>assistant");
        assertThat(preview.tokens()).containsOnlyKeys(Part.values());
    }

    @Test
    void contentThatIsEmptyAndTextThatIsTooLongAreRefused() {
        var api = clients.api(PromptApi.class, "ava", Role.POLICY_AUTHOR);
        assertThatThrownBy(
                        () -> api.preview(new PromptRequest(LivePolicies.TEXT, new Message(" "))))
                .hasMessageContaining("invalid-argument");
        var huge = "x".repeat(2 * 1024 * 1024);
        assertThatThrownBy(() -> api.preview(new PromptRequest(huge, new Message("x"))))
                .hasMessageContaining("content-too-large");
    }

    private void draft(String slug, String label) {
        ava().draft(slug, new NewDraft(LivePolicies.TEXT.replace("noise", label)));
    }

    private void assertSeen(
            String person, String slug, @Nullable Integer latest, String... labels) {
        var api = clients.api(PolicyApi.class, person, role(person));
        var listed =
                api.list().stream()
                        .filter(one -> one.slug().equals(slug))
                        .findFirst()
                        .orElseThrow();
        assertThat(api.get(slug)).isEqualTo(listed);
        assertThat(listed.labels()).containsExactly(labels);
        assertThat(listed.latest() == null ? null : listed.latest().number()).isEqualTo(latest);
    }

    private GoldenSetApi goldens(String person) {
        return clients.api(GoldenSetApi.class, person, Role.POLICY_AUTHOR);
    }

    private PolicyApi ava() {
        return clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).hasMessageContaining("draft-private");
    }

    private PolicyDiffApi diffs(String person) {
        return clients.api(PolicyDiffApi.class, person, role(person));
    }

    private PromptApi prompts(String person) {
        return clients.api(PromptApi.class, person, role(person));
    }

    private static Role role(String person) {
        return person.equals("ava") ? Role.POLICY_AUTHOR : Role.REVIEWER;
    }
}
