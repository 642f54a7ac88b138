package dev.precept.quickstart.policyfolder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of a folder. People write it by hand, so a field that is unknown or stands twice is an
/// error, not something to pass over.
final class FolderJson {

    /// A case on a line; it may leave fields out.
    static final JsonMapper LINES =
            strict().changeDefaultPropertyInclusion(
                            included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    /// A file of its own; every field is there.
    static final JsonMapper FILES =
            strict().enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private FolderJson() {}

    /// One line of a file. What is said of it quotes nothing, because it is content.
    ///
    /// @param number of the line, from 1
    /// @throws IOException that names file and line
    static <T> T readLine(Path file, int number, String line, Class<T> type) throws IOException {
        try {
            return there(LINES.readValue(line, type), file, number);
        } catch (JacksonException malformed) {
            throw new IOException(
                    "%s:%d: %s%s".formatted(file, number, unquoted(malformed), place(malformed)));
        }
    }

    /// @throws IOException that names file and line
    static <T> T readFile(Path file, String text, Class<T> type) throws IOException {
        try {
            return there(FILES.readValue(text, type), file, 1);
        } catch (JacksonException malformed) {
            throw new IOException(inFile(file, malformed), malformed);
        }
    }

    /// Files hold no content, so the parser's own words are told.
    private static String inFile(Path file, JacksonException malformed) {
        var at = malformed.getLocation();
        return "%s:%d: %s"
                .formatted(
                        file,
                        at == null ? 1 : Math.max(1, at.getLineNr()),
                        switch (malformed) {
                            case UnrecognizedPropertyException _ -> unquoted(malformed);
                            case MismatchedInputException _ ->
                                    path(malformed) + " is missing, or not what belongs there";
                            case JacksonException _ -> malformed.getOriginalMessage();
                        });
    }

    private static <T> T there(@Nullable T read, Path file, int line) throws IOException {
        if (read == null) {
            throw new IOException("%s:%d: null says nothing".formatted(file, line));
        }
        return read;
    }

    private static String unquoted(JacksonException malformed) {
        var at = malformed.getLocation();
        var column = at == null ? 1 : Math.max(1, at.getColumnNr());
        return malformed instanceof UnrecognizedPropertyException unknown
                ? "a field that is not known, at column %d; known there: %s"
                        .formatted(
                                column,
                                unknown.getKnownPropertyIds().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))
                : "not readable at column %d".formatted(column);
    }

    /// In which field, where that is known; an unknown one is not named.
    private static String place(JacksonException malformed) {
        var path = malformed instanceof UnrecognizedPropertyException ? "" : path(malformed);
        return path.isEmpty() ? "" : ", in " + path;
    }

    private static String path(JacksonException malformed) {
        return malformed.getPath().stream()
                .map(part ->
                        part.getPropertyName() == null
                                ? "[" + part.getIndex() + "]"
                                : part.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static JsonMapper.Builder strict() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
