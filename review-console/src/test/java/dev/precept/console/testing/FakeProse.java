package dev.precept.console.testing;

import dev.precept.console.prose.ProseRooms;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.CitedRule;
import dev.precept.contracts.policy.CitedRuleApi;
import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyDiff;
import dev.precept.contracts.policy.PolicyDiffApi;
import dev.precept.contracts.policy.PromptApi;
import dev.precept.contracts.policy.PromptPreview;
import dev.precept.contracts.policy.PromptPreview.Part;
import dev.precept.contracts.policy.PromptPreview.Piece;
import dev.precept.contracts.policy.PromptRequest;
import dev.precept.contracts.policy.PromptSample;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import java.util.Map;

/// A registry that says of a policy's text what it was told to say.
public final class FakeProse implements PolicyDiffApi, PromptApi, CitedRuleApi {

    private PolicyDiff diff =
            new PolicyDiff("spam", 1, 2, "Both versions have the same text.", List.of());
    private List<CitedRule> cited = List.of();
    private boolean hidden;

    public FakeProse changes(String summary, PolicyDiff.Change... changes) {
        diff = new PolicyDiff("spam", 1, 2, summary, List.of(changes));
        return this;
    }

    public FakeProse hides() {
        hidden = true;
        return this;
    }

    public FakeProse cites(CitedRule... rules) {
        cited = List.of(rules);
        return this;
    }

    public ProseRooms rooms(PolicyApi policies) {
        return new ProseRooms(policies, this, this, this);
    }

    @Override
    public PolicyDiff changes(String slug, int number, int from) {
        if (hidden) {
            throw new PreceptException(ErrorCode.DRAFT_PRIVATE, "It is a draft of eve.");
        }
        return diff;
    }

    @Override
    public PromptPreview preview(PromptRequest request) {
        return preview(request.text(), request.content());
    }

    @Override
    public PromptPreview preview(String slug, int number, PromptSample sample) {
        return preview(Samples.POLICY_TEXT, sample.content());
    }

    private static PromptPreview preview(String text, Content content) {
        return new PromptPreview(
                Effort.LOW,
                List.of(
                        new Piece(Part.POLICY, true, "<|start|>"),
                        new Piece(Part.POLICY, false, text),
                        new Piece(Part.CONTENT, false, content.asText())),
                Map.of(Part.POLICY, 1_200, Part.CONTENT, 5),
                1_205);
    }

    @Override
    public List<CitedRule> cited(String slug, int number) {
        return cited;
    }
}
