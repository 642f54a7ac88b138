package dev.precept.registry.golden;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.registry.wire.FormulaGuard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads CSV row by row. A row of another width than the header is a fault of that row; quotes that
/// do not close are a fault of the file.
final class CsvRows {

    /// Most columns of a file, and the longest name of one.
    static final int MOST_COLUMNS = 100;

    private static final int LONGEST_NAME = 100;
    private static final int BUFFER = 4 * Content.MAX_CHARACTERS;
    private static final Pattern STARTED = Pattern.compile("line (\\d+)");

    private CsvRows() {}

    /// @return the columns
    static List<String> read(SpooledFile file, Consumer<FileRow> rows) throws IOException {
        long line = 1;
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(separator(file))
                        .detectBomHeader(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(false)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(BUFFER)
                        .ofCsvRecord(file.bytes(), StandardCharsets.UTF_8)) {
            var records = reader.iterator();
            if (!records.hasNext()) {
                throw Refusals.empty();
            }
            var columns = columns(records.next());
            int count = 0;
            while (records.hasNext()) {
                var row = records.next();
                line = row.getStartingLineNumber();
                if (++count > GoldenUpload.MAX_ROWS) {
                    throw Refusals.tooMany();
                }
                rows.accept(row(row, columns));
            }
            return columns;
        } catch (CsvParseException malformed) {
            throw unreadable(malformed, line);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } catch (NoSuchElementException none) {
            throw Refusals.empty();
        }
    }

    private static FileRow row(CsvRecord row, List<String> columns) {
        var cells = new LinkedHashMap<String, String>();
        for (int index = 0; index < Math.min(columns.size(), row.getFieldCount()); index++) {
            var cell = FormulaGuard.plain(row.getField(index));
            if (!cell.isEmpty()) {
                cells.put(columns.get(index), cell);
            }
        }
        return new FileRow(
                (int) row.getStartingLineNumber(),
                cells,
                row.getFieldCount() == columns.size()
                        ? null
                        : "The row has %d cells, the header names %d columns. Quote cells that hold the separator."
                                .formatted(row.getFieldCount(), columns.size()));
    }

    private static List<String> columns(CsvRecord header) {
        var columns = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var field : header.getFields()) {
            var name = field.strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw Refusals.file(
                        header.getStartingLineNumber(),
                        "column %d of the header has a name of %,d characters; give it 1 to %d."
                                .formatted(columns.size() + 1, name.length(), LONGEST_NAME));
            }
            if (!seen.add(name)) {
                throw Refusals.file(
                        header.getStartingLineNumber(),
                        "column %d of the header has the name of an earlier one; rename one of them."
                                .formatted(columns.size() + 1));
            }
            columns.add(name);
        }
        if (columns.size() > MOST_COLUMNS) {
            throw Refusals.file(
                    header.getStartingLineNumber(),
                    "the header names %,d columns; at most %d are read."
                            .formatted(columns.size(), MOST_COLUMNS));
        }
        return columns;
    }

    /// Whichever of the separators the first line has most of, outside quotes.
    private static char separator(SpooledFile file) throws IOException {
        var counts = new int[3];
        boolean quoted = false;
        try (var in =
                new BufferedReader(new InputStreamReader(file.bytes(), StandardCharsets.UTF_8))) {
            for (int next = in.read(); next >= 0 && (quoted || next != '\n'); next = in.read()) {
                quoted ^= next == '"';
                int which = quoted ? -1 : ",;\t".indexOf(next);
                if (which >= 0) {
                    counts[which]++;
                }
            }
        }
        int best = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[best] ? 2 : best);
    }

    private static RuntimeException unreadable(CsvParseException malformed, long after) {
        var started = STARTED.matcher(String.valueOf(malformed.getMessage()));
        return started.find()
                ? Refusals.file(Long.parseLong(started.group(1)), unclosed("in this row"))
                : Refusals.file(after, unclosed("in this row or the one after it"));
    }

    private static String unclosed(String where) {
        return "a quote %s does not close, or text follows a closing quote, or a cell has more than %,d characters."
                .formatted(where, BUFFER);
    }
}
