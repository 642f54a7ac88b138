package dev.precept.console.prose;

import dev.precept.contracts.policy.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes into a document's settings where rules went.
final class ReplacedText {

    private static final Pattern FENCE = Pattern.compile("---[ \\t]*");
    private static final Pattern BLOCK = Pattern.compile("replaced:[ \\t]*(?:#.*)?");
    private static final Pattern ANY = Pattern.compile("replaced[ \\t]*:.*");

    private ReplacedText() {}

    /// @return nothing if the settings cannot be read, or have `replaced` in one line
    static Optional<String> with(String document, List<Replacement> replacements) {
        var end = document.contains("\r\n") ? "\r\n" : "\n";
        var lines = new ArrayList<>(List.of(document.split("\\r\\n|\\r|\\n", -1)));
        int close = closing(lines);
        if (close < 0) {
            return Optional.empty();
        }
        int at = close;
        for (int line = 1; line < close; line++) {
            if (BLOCK.matcher(lines.get(line)).matches()) {
                at = line + 1;
            } else if (ANY.matcher(lines.get(line)).matches()) {
                return Optional.empty();
            }
        }
        if (at == close) {
            lines.add(at++, "replaced:");
        }
        for (var each : replacements) {
            lines.add(at++, "  " + each.id() + ": " + value(each));
        }
        return Optional.of(String.join(end, lines));
    }

    private static int closing(List<String> lines) {
        if (!FENCE.matcher(lines.getFirst()).matches()) {
            return -1;
        }
        for (int line = 1; line < lines.size(); line++) {
            if (FENCE.matcher(lines.get(line)).matches()) {
                return line;
            }
        }
        return -1;
    }

    /// A reason may hold anything that YAML reads as its own.
    private static String value(Replacement replacement) {
        if (replacement.by() != null) {
            return replacement.by();
        }
        var reason = replacement.because().strip().replaceAll("\\s+", " ");
        return "\"none, because " + reason.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
