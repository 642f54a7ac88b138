package dev.precept.registry.golden;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.golden.GoldenUpload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON lines. Members of nested objects are columns with a dot; a content, which has a
/// `kind`, and arrays stay JSON.
final class JsonRows {

    private static final int LONGEST_LINE = 8 * Content.MAX_CHARACTERS;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private JsonRows() {}

    /// @return the columns, in the order in which they were met
    static List<String> read(SpooledFile file, Consumer<FileRow> rows) throws IOException {
        var columns = new LinkedHashSet<String>();
        int number = 0;
        int count = 0;
        try (var in =
                new BufferedReader(new InputStreamReader(file.bytes(), StandardCharsets.UTF_8))) {
            for (var line = next(in, 1); line != null; line = next(in, number + 1)) {
                number++;
                var text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (text.isBlank()) {
                    continue;
                }
                if (++count > GoldenUpload.MAX_ROWS) {
                    throw Refusals.tooMany();
                }
                rows.accept(row(number, text, columns));
            }
        }
        if (count == 0) {
            throw Refusals.empty();
        }
        return List.copyOf(columns);
    }

    private static FileRow row(int number, String line, Set<String> columns) {
        var cells = new LinkedHashMap<String, String>();
        try {
            var object = JSON.readTree(line);
            if (!object.isObject()) {
                return new FileRow(number, Map.of(), "The line is JSON, but no object.");
            }
            flatten("", object, cells);
        } catch (JacksonException malformed) {
            // the parser's own words may quote the line, which is content
            var at = malformed.getLocation();
            return new FileRow(
                    number,
                    Map.of(),
                    "The line is no JSON%s. Write one object a line."
                            .formatted(at == null ? "" : ", from character " + at.getColumnNr()));
        }
        columns.addAll(cells.keySet());
        if (columns.size() > CsvRows.MOST_COLUMNS) {
            throw Refusals.file(
                    number,
                    "with this line the file has more than %d members; is it a set of golden cases?"
                            .formatted(CsvRows.MOST_COLUMNS));
        }
        return new FileRow(number, cells, null);
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> cells) {
        for (var member : object.properties()) {
            var name = prefix + member.getKey();
            var value = member.getValue();
            if (value.isObject() && !value.has("kind") && prefix.isEmpty()) {
                flatten(name + ".", value, cells);
            } else if (value.isContainer()) {
                cells.put(name, JSON.writeValueAsString(value));
            } else if (!value.isNull() && !value.asString().isEmpty()) {
                cells.put(name, value.asString());
            }
        }
    }

    /// A line, or null at the end; one that is too long is refused before it is held.
    private static @Nullable String next(BufferedReader in, int number) throws IOException {
        var line = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (line.length() == LONGEST_LINE) {
                throw Refusals.file(
                        number, "the line has more than %,d characters.".formatted(LONGEST_LINE));
            }
            line.append((char) next);
        }
        return line.toString();
    }
}
