package dev.precept.registry.golden;

import dev.precept.contracts.golden.GoldenField;
import dev.precept.contracts.golden.GoldenMapping;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Guesses what columns stand for by their names.
final class MappingGuess {

    private static final Map<GoldenField, List<String>> NAMES =
            Map.of(
                    GoldenField.TEXT,
                    List.of("text", "message", "comment", "prompt", "body", "input", "content"),
                    GoldenField.CONTENT,
                    List.of("contentjson", "content", "chat", "turns", "conversation", "messages"),
                    GoldenField.OUTCOME,
                    List.of("expectedoutcome", "outcome", "expected", "verdict", "violation"),
                    GoldenField.LABEL,
                    List.of("expectedlabel", "label", "category", "policycategory"),
                    GoldenField.RULE,
                    List.of("expectedruleid", "expectedrule", "ruleid", "rule", "clause"),
                    GoldenField.NOTE,
                    List.of("note", "notes", "reason", "why", "rationale"),
                    GoldenField.LANGUAGE,
                    List.of("language", "lang", "locale"),
                    GoldenField.SOURCE,
                    List.of("source", "origin"),
                    GoldenField.PROTECTED,
                    List.of("protected", "guarded"));

    private MappingGuess() {}

    /// @param json the columns whose values are JSON
    static GoldenMapping of(List<String> columns, List<String> json) {
        var guessed = new EnumMap<GoldenField, String>(GoldenField.class);
        NAMES.forEach((field, names) ->
                names.stream()
                        .flatMap(name -> columns.stream().filter(each -> is(each, name)))
                        .filter(column -> fits(field, json.contains(column)))
                        .findFirst()
                        .ifPresent(column -> guessed.put(field, column)));
        return new GoldenMapping(guessed, null);
    }

    private static boolean is(String column, String name) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").equals(name);
    }

    private static boolean fits(GoldenField field, boolean json) {
        return json == (field == GoldenField.CONTENT);
    }
}
