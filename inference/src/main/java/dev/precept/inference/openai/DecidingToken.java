package dev.precept.inference.openai;

import dev.precept.inference.verdict.Certainty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the token that says whether the content violates, and how likely it was among `0` and `1`.
final class DecidingToken {

    private static final Pattern DECISION = Pattern.compile("\"violation\"\\s*:\\s*([01])");

    /// A token as the server reports it.
    ///
    /// @param alternatives log probability of the likeliest tokens at this place, itself included
    record Reported(String text, double logProbability, Map<String, Double> alternatives) {}

    private DecidingToken() {}

    /// @return empty if the server reported no such token
    static Optional<Certainty> in(List<Reported> tokens) {
        var text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        var decision = DECISION.matcher(text);
        if (!decision.find()) {
            return Optional.empty();
        }
        int at = decision.start(1);
        int end = 0;
        for (var token : tokens) {
            end += token.text().length();
            if (end > at) {
                return Optional.of(certainty(token, decision.group(1)));
            }
        }
        return Optional.empty();
    }

    private static Certainty certainty(Reported token, String said) {
        double chosen = mass(token, said);
        double other = mass(token, said.equals("1") ? "0" : "1");
        double sum = chosen + other;
        return Certainty.measured(sum > 0 ? chosen / sum : 0.5, Math.min(1, sum));
    }

    /// Of all tokens that say this digit as the token does: alone, or behind the same characters.
    private static double mass(Reported token, String digit) {
        double reported =
                token.alternatives().entrySet().stream()
                        .filter(one -> one.getKey().strip().endsWith(digit))
                        .mapToDouble(one -> Math.exp(one.getValue()))
                        .sum();
        boolean itself = token.text().strip().endsWith(digit);
        return reported == 0 && itself ? Math.exp(token.logProbability()) : reported;
    }
}
