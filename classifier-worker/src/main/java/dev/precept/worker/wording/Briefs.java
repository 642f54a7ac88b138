package dev.precept.worker.wording;

import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.proposal.WordingTask;
import dev.precept.contracts.proposal.WordingTask.Opinion;
import dev.precept.prompt.WordingBrief;
import dev.precept.prompt.WordingBrief.Correction;
import dev.precept.prompt.WordingContract;
import dev.precept.worker.engine.EngineInput;

/// Turns tasks into what engines read.
final class Briefs {

    private Briefs() {}

    static WordingBrief of(WordingTask task) {
        return new WordingBrief(
                task.policy().text(),
                new WordingContract(
                        task.rules(), task.sides().stream().map(Briefs::addition).toList()),
                task.corrections().stream().map(Briefs::correction).toList());
    }

    private static String addition(Rule.Side side) {
        return switch (side) {
            case VIOLATES -> WordingContract.NEW_VIOLATES;
            case SAFE -> WordingContract.NEW_SAFE;
        };
    }

    private static Correction correction(WordingTask.Correction correction) {
        return new Correction(
                EngineInput.passage(correction.content()),
                words(correction.said()),
                words(correction.right()),
                correction.reason());
    }

    /// For example `VIOLATES SP1, SP2`.
    private static String words(Opinion opinion) {
        return (opinion.outcome() + " " + String.join(", ", opinion.rules())).strip();
    }
}
