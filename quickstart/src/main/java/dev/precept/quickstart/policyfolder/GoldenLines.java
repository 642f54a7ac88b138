package dev.precept.quickstart.policyfolder;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.NewGoldenCase;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Golden cases as lines of JSON, in the order of their contents.
final class GoldenLines {

    private GoldenLines() {}

    /// @throws IOException if a line is malformed or says again what another has said; the message
    ///   names the line and quotes nothing
    static List<NewGoldenCase> read(Path file, String text) throws IOException {
        var cases = new ArrayList<NewGoldenCase>();
        var firstLines = new HashMap<String, Integer>();
        var lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            if (lines.get(number - 1).isBlank()) {
                continue;
            }
            var golden =
                    FolderJson.readLine(file, number, lines.get(number - 1), NewGoldenCase.class);
            requireWhole(file, number, golden);
            var first = firstLines.putIfAbsent(key(golden.content()), number);
            if (first != null) {
                throw new IOException(
                        "%s:%d: the content of line %d again (spacing, case and Unicode form do not count); keep one of the two"
                                .formatted(file, number, first));
            }
            cases.add(golden);
        }
        return cases;
    }

    private static void requireWhole(Path file, int number, NewGoldenCase golden)
            throws IOException {
        var missing = missing(golden);
        if (missing != null) {
            throw new IOException("%s:%d: %s is missing".formatted(file, number, missing));
        }
        var length = golden.content().length();
        if (golden.content().asText().isBlank() || length > Content.MAX_CHARACTERS) {
            throw new IOException(
                    "%s:%d: its content has %,d characters; give 1 to %,d"
                            .formatted(file, number, length, Content.MAX_CHARACTERS));
        }
    }

    /// A line may lack what the types promise.
    @SuppressWarnings("ConstantValue")
    private static @Nullable String missing(NewGoldenCase golden) {
        if (golden.content() == null) {
            return "content";
        }
        if (golden.expected() == null) {
            return "expected";
        }
        return golden.expected().outcome() == null ? "expected.outcome" : null;
    }

    static String written(List<NewGoldenCase> cases) {
        return cases.stream()
                .map(golden -> FolderJson.LINES.writeValueAsString(golden) + "\n")
                .collect(Collectors.joining());
    }

    static List<NewGoldenCase> sorted(List<NewGoldenCase> cases) {
        return cases.stream()
                .sorted(
                        Comparator.comparing((NewGoldenCase golden) -> key(golden.content()))
                                .thenComparing(golden -> golden.content().asText()))
                .toList();
    }

    /// What makes two contents the same case, as the registry sees it: spacing, case and Unicode
    /// form do not count.
    static String key(Content content) {
        return Normalizer.normalize(content.asText(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
