package dev.precept.inference.verdict;

import java.util.List;
import java.util.regex.Pattern;

/// "Ignore the previous instructions", as people write it in the languages that models follow best.
///
/// Each entry is a verb stem and what is to be forgotten, in the order of the language, with a few
/// words between them.
final class InjectionPhrases {

    private static final String GAP = ".{0,40}?";

    static final List<Pattern> ALL =
            List.of(
                    spaced(
                            "ignoriere?|ignorieren sie|vergiss|vergesst|vergessen sie|missachte|umgehe",
                            "anweisung\\w*|instruktion\\w*|regeln|richtlinie\\w*|vorgaben|systemprompt"),
                    spaced(
                            "ignore[rz]?|oublie[rz]?|néglige[rz]?|contourne[rz]?",
                            "instructions|consignes|règles|directives|politique"),
                    spaced(
                            "ignor[ae]|ignorad|olvid[ae]|omit[ae]|descarta",
                            "instrucciones|reglas|normas|directrices|política|indicaciones"),
                    spaced(
                            "ignor[ae]|ignorem|esqueç?[ae]|desconsider[ae]|descart[ae]",
                            "instruções|regras|normas|diretrizes|política|orientações"),
                    spaced(
                            "ignora|ignorate|dimentica|trascura|tralascia",
                            "istruzioni|regole|direttive|linee guida|indicazioni"),
                    spaced("negeer|vergeet|omzeil", "instructies|aanwijzingen|regels|richtlijnen"),
                    spaced(
                            "zignoruj\\w*|ignoruj\\w*|zapomnij|pomiń",
                            "instrukcj\\w*|polece\\w*|zasad\\w*|wytyczn\\w*|reguł\\w*"),
                    spaced(
                            "игнорируй\\w*|проигнорируй\\w*|забудь\\w*|не обращай\\w* внимания",
                            "инструкци\\w*|указани\\w*|правил\\w*"),
                    spaced(
                            "ігноруй\\w*|проігноруй\\w*|забудь\\w*",
                            "інструкці\\w*|вказівк\\w*|правил\\w*"),
                    spaced(
                            "talimat\\w*|yönerge\\w*|kural\\w*|komut\\w*",
                            "yok say\\w*|görmezden gel\\w*|unut\\w*|dikkate alma\\w*"),
                    spaced("تجاهل|انس|تخط", "التعليمات|تعليمات|القواعد|الأوامر|الإرشادات"),
                    spaced("निर्देश\\S*|नियम\\S*", "अनदेखा|नज़रअंदाज़|भूल जा\\S*|इग्नोर"),
                    unspaced("忽略|无视|忘记|忘掉|不要理会|無視|忽視", "指令|指示|规则|規則|说明|提示|政策"),
                    unspaced("指示|命令|ルール|規則|プロンプト", "無視|忘れ"),
                    unspaced("지시|명령|규칙|지침|프롬프트", "무시|잊어"));

    private InjectionPhrases() {}

    private static Pattern spaced(String first, String second) {
        return of("(?<!\\p{L})(?:%s)(?!\\p{L})%s(?<!\\p{L})(?:%s)(?!\\p{L})", first, second);
    }

    /// For scripts that put no spaces between words, or join endings to them.
    private static Pattern unspaced(String first, String second) {
        return of("(?:%s)%s(?:%s)", first, second);
    }

    private static Pattern of(String form, String first, String second) {
        return Pattern.compile(
                form.formatted(first, GAP, second),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
