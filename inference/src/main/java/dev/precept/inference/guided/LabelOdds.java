package dev.precept.inference.guided;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import dev.precept.inference.sampling.Logits;
import dev.precept.inference.sampling.TokenSet;
import dev.precept.inference.tokenizer.Vocabulary;

/// How sure the model was when it said whether the content violates, from the logits before
/// masking.
///
/// @param violating probability of `1` among `0` and `1`
/// @param allowedMass probability of all tokens that the grammar allowed there: far below 1, the
///   model wanted to say something else
public record LabelOdds(double violating, double allowedMass) {

    /// @param allowed the tokens of the deciding step: all of them begin with `0` or `1`
    public static LabelOdds at(Logits logits, TokenSet allowed) {
        double all = logits.logSumExp();
        var values = logits.values();
        var mass = new double[2];
        allowed.forEach(id -> {
            double logit = values.get(JAVA_FLOAT_UNALIGNED, (long) id * Float.BYTES);
            boolean one = Vocabulary.o200k().at(id, 0) == '1';
            mass[one ? 1 : 0] += Math.exp(logit - all);
        });
        double sum = mass[0] + mass[1];
        return new LabelOdds(sum > 0 ? mass[1] / sum : 0.5, Math.min(1, sum));
    }

    /// Probability of what was chosen, given the token that says it.
    public double of(int token) {
        return Vocabulary.o200k().at(token, 0) == '1' ? violating : 1 - violating;
    }
}
