package dev.precept.worker.wording;

import dev.precept.contracts.policy.Rule.Side;
import dev.precept.contracts.proposal.WordingAnswer;
import dev.precept.contracts.proposal.WordingAnswer.Claimed;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Wording;
import dev.precept.prompt.WordingContract;
import dev.precept.worker.engine.EngineOutput;

/// Turns what engines write into what travels on the wire.
final class WordingAnswers {

    private WordingAnswers() {}

    static WordingAnswer of(Claimed claim, Wording wording, ModelCard model) {
        return switch (wording.place()) {
            case WordingContract.NEW_VIOLATES -> added(claim, Side.VIOLATES, wording, model);
            case WordingContract.NEW_SAFE -> added(claim, Side.SAFE, wording, model);
            default ->
                    new WordingAnswer.Reworded(
                            claim,
                            wording.place(),
                            bounded(wording.text()),
                            bounded(wording.why()),
                            wording.read(),
                            model,
                            EngineOutput.written(wording.account()));
        };
    }

    static WordingAnswer of(Claimed claim, ClassificationException problem) {
        return new WordingAnswer.Failed(
                claim, problem.code(), String.valueOf(problem.getMessage()), problem.retryable());
    }

    private static WordingAnswer added(Claimed claim, Side side, Wording wording, ModelCard model) {
        return new WordingAnswer.Added(
                claim,
                side,
                bounded(wording.text()),
                bounded(wording.why()),
                wording.read(),
                model,
                EngineOutput.written(wording.account()));
    }

    /// A server may write more than it was asked for. Half of a pair at the cut is not storable.
    private static String bounded(String text) {
        return EngineOutput.storable(
                text.substring(0, Math.min(text.length(), WordingAnswer.MAX_TEXT)));
    }
}
