package dev.precept.quickstart.policyfolder;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.NewGoldenCase;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Golden cases as lines of JSON, in the order of their contents.
final class GoldenLines {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private GoldenLines() {}

    static List<NewGoldenCase> read(Path file, String text) throws IOException {
        var cases = new ArrayList<NewGoldenCase>();
        var lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).isBlank()) {
                continue;
            }
            try {
                cases.add(JSON.readValue(lines.get(index), NewGoldenCase.class));
            } catch (JacksonException malformed) {
                // The parser's own words may quote the line, which is content.
                throw new IOException(
                        "%s:%d: no golden case: %s; nothing was imported"
                                .formatted(file, index + 1, malformed.getClass().getSimpleName()));
            }
        }
        return cases;
    }

    static String written(List<NewGoldenCase> cases) {
        return cases.stream()
                .map(golden -> JSON.writeValueAsString(golden) + "\n")
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
