package dev.precept.contracts.evaluation;

import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Map;

/// What a run measured so far. On a replay the expectation is what was said at the time.
///
/// @param models that answered; more than one makes a run hard to compare
/// @param matrix cells that are not empty
/// @param accuracy share of cases with the expected outcome
/// @param overall of VIOLATES
/// @param languages of VIOLATES within a language; `und` where it is not known
/// @param reasoning how long the model thought, where it was right and where it was wrong
public record EvaluationReport(
        Evaluation evaluation,
        List<ModelCard> models,
        List<Cell> matrix,
        Interval accuracy,
        Scores overall,
        Map<String, Scores> labels,
        Map<String, Scores> rules,
        Map<String, Scores> languages,
        Protection protection,
        Cost cost,
        Reasoning reasoning) {

    /// Without lengths of reasoning.
    public EvaluationReport(
            Evaluation evaluation,
            List<ModelCard> models,
            List<Cell> matrix,
            Interval accuracy,
            Scores overall,
            Map<String, Scores> labels,
            Map<String, Scores> rules,
            Map<String, Scores> languages,
            Protection protection,
            Cost cost) {
        this(
                evaluation,
                models,
                matrix,
                accuracy,
                overall,
                labels,
                rules,
                languages,
                protection,
                cost,
                new Reasoning(Lengths.NONE, Lengths.NONE));
    }

    public EvaluationReport {
        models = List.copyOf(models);
        matrix = List.copyOf(matrix);
        labels = Map.copyOf(labels);
        rules = Map.copyOf(rules);
        languages = Map.copyOf(languages);
    }

    /// How often one outcome was expected and another, or the same, was said.
    public record Cell(Outcome expected, Outcome said, int cases) {}

    /// Protected cases, and how many of them were judged otherwise than expected.
    public record Protection(int cases, int wrong) {}

    /// What the run took.
    ///
    /// @param tokens of prompts, reasoning and answers, as far as the engine counts them
    /// @param seconds of inference
    /// @param meanRationaleLength in characters
    public record Cost(long tokens, double seconds, double meanRationaleLength) {}

    /// Lengths of reasoning, or of the rationale where the engine tells no reasoning.
    ///
    /// @param right of cases with the expected outcome
    public record Reasoning(Lengths right, Lengths wrong) {}

    /// How lengths in characters are spread.
    ///
    /// @param median and ninetieth percentile by nearest rank: lengths that occur
    /// @param bars of the classes of [#BOUNDS], and one for what is longer; they add up to the
    ///   cases
    public record Lengths(
            int cases, double mean, int median, int ninetieth, int longest, List<Integer> bars) {

        /// The most characters of each class.
        public static final List<Integer> BOUNDS = List.of(100, 250, 500, 1_000, 2_500, 5_000);

        /// Of no cases.
        public static final Lengths NONE = new Lengths(0, 0, 0, 0, 0, List.of(0, 0, 0, 0, 0, 0, 0));

        public Lengths {
            bars = List.copyOf(bars);
        }
    }
}
