package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.policy.CitedRuleApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyDiffApi;
import dev.precept.contracts.policy.PromptApi;
import dev.precept.contracts.policy.PromptPreview.Part;
import dev.precept.contracts.policy.PromptRequest;
import dev.precept.contracts.policy.PromptSample;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Comparison, prompt and cited rules show a version's text: of a draft, only to those who may read
/// it.
@RegistryTest
class PrivateTextIT {

    private static final PromptSample SAMPLE = new PromptSample(new Message("See you at noon"));

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
                clients.api(CitedRuleApi.class, "rita", Role.REVIEWER).cited("veiled", number));
        assertThat(diffs("ava").changes("veiled", number, 1).summary())
                .isEqualTo("1 rule reworded: NO1");
        assertThat(prompts("ava").preview("veiled", number, SAMPLE).written())
                .contains("noisy music");
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
