package dev.precept.inference.wording;

import dev.precept.inference.Account;
import dev.precept.inference.Account.Flag;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Wording;
import dev.precept.inference.harmony.Answer;
import dev.precept.inference.harmony.AnswerJson;
import dev.precept.inference.verdict.InjectionSigns;
import dev.precept.prompt.WordingBrief;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads an answer as a wording of one rule.
public final class WordingReader {

    /// What breaks a line, in any script, and what no text may hold.
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+");

    /// What a model writes before a rule although it was told not to: a bullet, an id.
    private static final Pattern HEAD =
            Pattern.compile(
                    "\\A(?:[-*+] )?(?:\\*\\*)?[A-Z][A-Z0-9]*(?:-[A-Z]+)?[0-9]+(?:\\.[a-z0-9]+)*(?:[:.]?\\*\\*)?(?:[:.]| ?[\u2013\u2014-])? ");

    private final WordingBrief brief;

    /// @param brief as the model was shown it
    public WordingReader(WordingBrief brief) {
        this.brief = brief;
    }

    /// How the answer came about.
    ///
    /// @param flags what was noticed on the way
    public record Circumstances(
            Set<Flag> flags, Account.TokenCounts tokens, Account.Timing timing) {}

    /// @throws ClassificationException `unreadable-wording`
    public Wording read(Answer answer, Circumstances circumstances) throws ClassificationException {
        var json = answer.text().flatMap(AnswerJson::in).orElseThrow(WordingReader::unreadable);
        var place = member(json, "rule");
        if (!brief.contract().places().contains(place)) {
            throw unreadable();
        }
        return new Wording(
                place,
                withoutHead(onOneLine(member(json, "text"))),
                AnswerJson.text(json.path("why")).map(WordingReader::onOneLine).orElse(""),
                brief.corrections().size(),
                new Account(
                        answer.reasoning(),
                        1,
                        flags(circumstances.flags()),
                        circumstances.tokens(),
                        circumstances.timing()));
    }

    private static String member(JsonNode json, String name) throws ClassificationException {
        return AnswerJson.text(json.path(name)).orElseThrow(WordingReader::unreadable);
    }

    /// A rule is one item of a list: what breaks its line would end it.
    private static String onOneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String withoutHead(String text) {
        return HEAD.matcher(text).replaceFirst("");
    }

    private Set<Flag> flags(Set<Flag> noticed) {
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(noticed);
        if (brief.corrections().stream().anyMatch(each -> InjectionSigns.in(each.passage()))) {
            flags.add(Flag.SUSPECTED_INJECTION);
        }
        return flags;
    }

    private static ClassificationException unreadable() {
        return new ClassificationException(
                "unreadable-wording",
                "the model's answer is no wording of a rule of this policy",
                false);
    }
}
