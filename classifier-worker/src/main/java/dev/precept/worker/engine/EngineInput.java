package dev.precept.worker.engine;

import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Completion;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.inference.Model;
import dev.precept.inference.Policy;
import dev.precept.prompt.Passage;
import java.util.List;

/// Turns what travels on the wire into what engines read.
public final class EngineInput {

    private EngineInput() {}

    public static Policy policy(PolicyBundle bundle) {
        return new Policy(
                bundle.sha256(),
                bundle.text(),
                bundle.rules().stream()
                        .map(rule -> new Policy.Clause(rule.id(), side(rule.side()), rule.text()))
                        .toList(),
                bundle.examples().stream()
                        .map(example ->
                                new Policy.Illustration(
                                        example.ruleId(), side(example.side()), example.text()))
                        .toList(),
                bundle.output().labels(),
                effort(bundle.effort()));
    }

    public static Passage passage(Content content) {
        return new Passage(
                switch (content) {
                    case Message message -> List.of(new Passage.Part("user", message.text()));
                    case Completion completion ->
                            List.of(new Passage.Part("assistant", completion.text()));
                    case Chat chat ->
                            chat.turns().stream()
                                    .map(turn ->
                                            new Passage.Part(turn.role().wireName(), turn.text()))
                                    .toList();
                });
    }

    public static ModelCard card(Model model) {
        return new ModelCard(model.name(), model.digest(), model.runtime(), model.settings());
    }

    private static Policy.Effort effort(Effort effort) {
        return switch (effort) {
            case LOW -> Policy.Effort.LOW;
            case MEDIUM -> Policy.Effort.MEDIUM;
            case HIGH -> Policy.Effort.HIGH;
        };
    }

    private static Policy.Side side(Rule.Side side) {
        return switch (side) {
            case VIOLATES -> Policy.Side.VIOLATES;
            case SAFE -> Policy.Side.SAFE;
        };
    }
}
