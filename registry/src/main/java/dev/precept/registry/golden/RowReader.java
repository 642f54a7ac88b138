package dev.precept.registry.golden;

import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Completion;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.content.Turn;
import dev.precept.contracts.golden.GoldenField;
import dev.precept.contracts.golden.GoldenMapping;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.policy.GoldenVocabulary;
import dev.precept.registry.wire.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads rows under a mapping. What it says of a fault names the column and quotes short names
/// only, because a cell may hold content.
final class RowReader {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_NAMED = 20;
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern QUOTABLE = Pattern.compile("[\\p{L}\\p{N}_.-]{1,40}");

    private final GoldenMapping mapping;
    private final OutcomeWords outcomes;
    private final String source;
    private final GoldenVocabulary vocabulary;
    private final WireJson json;

    RowReader(GoldenMapping mapping, String source, GoldenVocabulary vocabulary, WireJson json) {
        this.mapping = mapping;
        this.outcomes = new OutcomeWords(Objects.requireNonNullElse(mapping.outcomes(), Map.of()));
        this.source = source;
        this.vocabulary = vocabulary;
        this.json = json;
    }

    GoldenRow read(int position, FileRow row) throws CellFault {
        if (row.fault() != null) {
            throw new CellFault(null, row.fault());
        }
        var outcome = outcome(row);
        return new GoldenRow(
                position,
                content(row),
                new GoldenExpectation(outcome, label(row, outcome), rule(row)),
                atMost(row, GoldenField.NOTE, LONGEST_NOTE),
                Objects.requireNonNullElse(atMost(row, GoldenField.SOURCE, LONGEST_NAME), source),
                guarded(row));
    }

    private Outcome outcome(FileRow row) throws CellFault {
        var column = mapping.columns().get(GoldenField.OUTCOME);
        if (column == null) {
            throw new CellFault(null, "No column is mapped to OUTCOME.");
        }
        var cell = row.cells().get(column);
        if (cell == null) {
            throw new CellFault(column, "The outcome is missing; give VIOLATES or SAFE.");
        }
        var outcome = outcomes.of(cell);
        if (outcome == null) {
            throw new CellFault(
                    column,
                    "%s is no outcome: give VIOLATES, SAFE or UNDETERMINED, or map the word."
                            .formatted(quoted(cell)));
        }
        return outcome;
    }

    private Content content(FileRow row) throws CellFault {
        var text = cell(row, GoldenField.TEXT);
        var whole = cell(row, GoldenField.CONTENT);
        var language = language(row);
        if ((text == null) == (whole == null)) {
            throw new CellFault(
                    mapping.columns().get(text == null ? GoldenField.TEXT : GoldenField.CONTENT),
                    text == null
                            ? "The row has no content."
                            : "The row has a text and a content; give one of them.");
        }
        var content = text == null ? parsed(Objects.requireNonNull(whole)) : new Message(text);
        if (content.asText().isBlank() || content.length() > Content.MAX_CHARACTERS) {
            throw new CellFault(
                    mapping.columns().get(text == null ? GoldenField.CONTENT : GoldenField.TEXT),
                    "The content has %,d characters; give 1 to %,d."
                            .formatted(
                                    content.asText().isBlank() ? 0 : content.length(),
                                    Content.MAX_CHARACTERS));
        }
        return language == null ? content : spoken(content, language);
    }

    private Content parsed(String whole) throws CellFault {
        try {
            return whole.stripLeading().startsWith("[")
                    ? new Chat(List.of(json.read(whole, Turn[].class)), null)
                    : json.read(whole, Content.class);
        } catch (PreceptException malformed) {
            throw new CellFault(
                    mapping.columns().get(GoldenField.CONTENT),
                    "This is no content: give {\"kind\": \"message\", \"text\": …} or the array of turns"
                            + " of a chat, [{\"role\": \"user\", \"text\": …}].");
        }
    }

    private static Content spoken(Content content, String language) {
        return switch (content) {
            case Message message -> new Message(message.text(), language);
            case Completion completion -> new Completion(completion.text(), language);
            case Chat chat -> new Chat(chat.turns(), language);
        };
    }

    private @Nullable String language(FileRow row) throws CellFault {
        var language = cell(row, GoldenField.LANGUAGE);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new CellFault(
                    mapping.columns().get(GoldenField.LANGUAGE),
                    "%s is no BCP 47 tag such as en or pt-BR.".formatted(quoted(language)));
        }
        return language;
    }

    private @Nullable String label(FileRow row, Outcome outcome) throws CellFault {
        var label =
                known(
                        row,
                        GoldenField.LABEL,
                        "label",
                        vocabulary.labels(),
                        vocabulary.labels()::contains);
        if (label != null && outcome != Outcome.VIOLATES) {
            throw new CellFault(
                    mapping.columns().get(GoldenField.LABEL),
                    "A label goes with VIOLATES only, and the outcome is %s.".formatted(outcome));
        }
        return label;
    }

    private @Nullable String rule(FileRow row) throws CellFault {
        return known(row, GoldenField.RULE, "rule", vocabulary.rules(), vocabulary::hasRule);
    }

    private @Nullable String known(
            FileRow row,
            GoldenField field,
            String what,
            Set<String> offered,
            Predicate<String> known)
            throws CellFault {
        var name = atMost(row, field, LONGEST_NAME);
        if (name != null && vocabulary.isKnown() && !known.test(name)) {
            throw new CellFault(
                    mapping.columns().get(field),
                    "%s is no %s of %s; there %s."
                            .formatted(
                                    quoted(name),
                                    what,
                                    vocabulary.versions(),
                                    offered.isEmpty() ? "is none" : "are " + some(offered)));
        }
        return name;
    }

    private static String some(Set<String> all) {
        return String.join(", ", new TreeSet<>(all).stream().limit(MOST_NAMED).toList())
                + (all.size() > MOST_NAMED ? " and more" : "");
    }

    private @Nullable Boolean guarded(FileRow row) throws CellFault {
        var cell = cell(row, GoldenField.PROTECTED);
        if (cell == null) {
            return null;
        }
        Predicate<String> is = cell.strip()::equalsIgnoreCase;
        if (Stream.of("true", "yes", "1").anyMatch(is)) {
            return true;
        }
        if (Stream.of("false", "no", "0").anyMatch(is)) {
            return false;
        }
        throw new CellFault(
                mapping.columns().get(GoldenField.PROTECTED),
                "%s is neither true nor false.".formatted(quoted(cell)));
    }

    private @Nullable String atMost(FileRow row, GoldenField field, int most) throws CellFault {
        var cell = cell(row, field);
        if (cell != null && cell.length() > most) {
            throw new CellFault(
                    mapping.columns().get(field),
                    "The cell has %,d characters; give at most %,d."
                            .formatted(cell.length(), most));
        }
        return cell;
    }

    private @Nullable String cell(FileRow row, GoldenField field) {
        var column = mapping.columns().get(field);
        var cell = column == null ? null : row.cells().get(column);
        return cell == null || cell.isBlank() ? null : cell;
    }

    private static String quoted(String cell) {
        return QUOTABLE.matcher(cell).matches()
                ? cell
                : "What stands here (%,d characters)".formatted(cell.length());
    }
}
