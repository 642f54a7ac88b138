package dev.precept.registry.policy.diff;

import dev.precept.registry.policy.document.PolicyDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a text defines.
///
/// @param terms each with what it means
/// @param rest lines that are no part of a term
record Definitions(Map<String, String> terms, List<String> rest) {

    private static final Pattern ITEM = Pattern.compile("[-*+] .*");
    private static final Pattern TERM =
            Pattern.compile("[-*+] {1,4}\\*\\*([^*]{1,100})\\*\\*[:\\s\u2013\u2014-]{0,8}(.*)");

    /// Lines that start no item go on with the one before.
    static Definitions of(PolicyDocument document) {
        var terms = new LinkedHashMap<String, String>();
        var rest = new ArrayList<String>();
        var term = "";
        for (var line : document.section("Definitions").map(document::lines).orElse(List.of())) {
            var start = TERM.matcher(line);
            if (start.matches()) {
                term = start.group(1).strip();
                terms.merge(term, start.group(2), (one, two) -> one + " " + two);
            } else if (term.isEmpty() || ITEM.matcher(line).matches()) {
                term = "";
                rest.add(line);
            } else if (!line.isBlank()) {
                terms.merge(term, line.strip(), (one, two) -> one + " " + two);
            }
        }
        return new Definitions(terms, rest);
    }
}
