package dev.precept.inference.verdict;

import dev.precept.inference.Account;
import dev.precept.inference.Account.Flag;
import dev.precept.inference.Judgement;
import dev.precept.inference.Judgement.Outcome;
import dev.precept.inference.harmony.Answer;
import dev.precept.prompt.AnswerContract;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads an answer as a judgement, checked against the contract.
///
/// What cannot be read and what was cut is UNDETERMINED, never SAFE. Rules that the policy does not
/// have are dropped and flagged.
public final class JudgementReader {

    /// The most characters of a rationale that are kept.
    private static final int RATIONALE = 1_000;

    private final AnswerContract contract;

    public JudgementReader(AnswerContract contract) {
        this.contract = contract;
    }

    /// How the answer came about.
    ///
    /// @param measured null if the engine saw no logits
    /// @param truncated whether part of the passage, the reasoning or the answer is missing
    /// @param flags what was noticed on the way
    public record Circumstances(
            @Nullable Certainty measured,
            boolean truncated,
            Set<Flag> flags,
            Account.TokenCounts tokens,
            Account.Timing timing) {}

    public Judgement read(Answer answer, Circumstances circumstances) {
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(circumstances.flags());
        if (answer.leaks() > 0) {
            flags.add(Flag.MALFORMED);
        }
        var stated = answer.text().flatMap(StatedAnswer::read);
        if (stated.isEmpty()) {
            flags.add(Flag.UNREADABLE);
            return judgement(
                    Outcome.UNDETERMINED,
                    List.of(),
                    new Finding(List.of(), unreadable(answer), Certainty.stated(null)),
                    circumstances,
                    account(answer, circumstances, 1, flags));
        }
        return judged(stated.get(), answer, circumstances, flags);
    }

    private record Finding(List<String> rules, String rationale, Certainty certainty) {}

    private Judgement judged(
            StatedAnswer stated, Answer answer, Circumstances circumstances, Set<Flag> flags) {
        var rules = stated.rules().stream().filter(this::exists).toList();
        if (rules.size() < stated.rules().size()) {
            flags.add(Flag.UNKNOWN_RULE);
        }
        var side = stated.violates() ? contract.violating() : contract.safe();
        if (!side.containsAll(rules)) {
            flags.add(Flag.RULE_OF_OTHER_SIDE);
        }
        var labels =
                stated.violates() ? labels(stated.category(), rules, flags) : List.<String>of();
        var certainty = circumstances.measured();
        if (certainty == null) {
            certainty = Certainty.stated(stated.confidence());
        }
        Outcome said = stated.violates() ? Outcome.VIOLATES : Outcome.SAFE;
        return judgement(
                circumstances.truncated() ? Outcome.UNDETERMINED : said,
                labels,
                new Finding(rules, shortened(stated.rationale()), certainty),
                circumstances,
                account(answer, circumstances, certainty.allowedMass(), flags));
    }

    private boolean exists(String rule) {
        return contract.violating().contains(rule) || contract.safe().contains(rule);
    }

    /// The stated label, or those of the cited rules where none is stated.
    private List<String> labels(@Nullable String category, List<String> rules, Set<Flag> flags) {
        var carried =
                contract.categories().stream()
                        .filter(known -> known.rules().stream().anyMatch(rules::contains))
                        .map(AnswerContract.Category::label)
                        .toList();
        if (category == null) {
            return carried;
        }
        boolean known =
                contract.categories().stream().anyMatch(one -> one.label().equals(category));
        if (!known || !rules.isEmpty() && !carried.contains(category)) {
            flags.add(Flag.UNKNOWN_LABEL);
        }
        return known ? List.of(category) : carried;
    }

    private static Judgement judgement(
            Outcome outcome,
            List<String> labels,
            Finding finding,
            Circumstances circumstances,
            Account account) {
        return new Judgement(
                outcome,
                labels,
                finding.rules(),
                finding.certainty().value(),
                finding.certainty().source(),
                finding.rationale(),
                circumstances.truncated(),
                account);
    }

    private static Account account(
            Answer answer, Circumstances circumstances, double allowedMass, Set<Flag> flags) {
        return new Account(
                answer.reasoning(),
                allowedMass,
                flags,
                circumstances.tokens(),
                circumstances.timing());
    }

    private static String unreadable(Answer answer) {
        return answer.text().isEmpty()
                ? "the model reasoned and gave no answer"
                : "the model's answer is not the JSON that was asked for";
    }

    private static String shortened(String rationale) {
        if (rationale.length() <= RATIONALE) {
            return rationale;
        }
        boolean inside = Character.isHighSurrogate(rationale.charAt(RATIONALE - 1));
        return rationale.substring(0, inside ? RATIONALE - 1 : RATIONALE);
    }
}
