package dev.precept.inference.verdict;

import dev.precept.prompt.Passage;
import java.util.List;
import java.util.regex.Pattern;

/// Tells whether a passage speaks to the classifier instead of being judged by it.
///
/// A sign for reviewers, not a verdict: it knows the markup of prompts, common wordings in English,
/// and the commonest in [other languages][InjectionPhrases]. Safe content that quotes such a text
/// is flagged too.
public final class InjectionSigns {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final List<Pattern> SIGNS =
            List.of(
                    sign("<\\|[a-z_]{2,20}\\|>"),
                    sign("\\[/?INST]|<</?SYS>>|<(?:start|end)_of_turn>"),
                    sign("[\"']?violation[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?(?:0|false|none)\\b"),
                    sign(
                            "\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:previous|prior|above|"
                                    + "earlier|your|all|these|the)\\b.{0,40}\\b(?:instructions?|rules?|"
                                    + "polic(?:y|ies)|guidelines?|prompt)\\b"),
                    sign(
                            "\\b(?:classifier|moderator|moderation (?:system|model|ai)|safety model)\\b"
                                    + ".{0,60}\\b(?:return|answer|output|mark|label|rate|say|respond|classify)\\b"),
                    sign(
                            "\\b(?:mark|label|classify|rate|treat|report)\\b.{0,30}\\b(?:this|it|the (?:text|"
                                    + "message|content|post|comment))\\b.{0,20}\\b(?:as|is)\\b.{0,10}"
                                    + "\\b(?:safe|allowed|benign|harmless|non-violating|compliant)\\b"),
                    sign("^\\s{0,3}(?:system|developer)\\s{0,2}:"),
                    sign("\\breasoning\\s{0,2}:\\s{0,2}(?:low|medium|high)\\b"));

    private InjectionSigns() {}

    public static boolean in(Passage passage) {
        return passage.parts().stream()
                .anyMatch(part -> in(SIGNS, part.text()) || in(InjectionPhrases.ALL, part.text()));
    }

    private static boolean in(List<Pattern> signs, String text) {
        return signs.stream().anyMatch(sign -> sign.matcher(text).find());
    }

    private static Pattern sign(String expression) {
        return Pattern.compile(expression, FLAGS | Pattern.MULTILINE);
    }
}
