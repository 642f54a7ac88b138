package dev.precept.contracts.golden;

import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.revision.Revisioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file of golden cases on its way into a set. Nothing of it is in the set before it is
/// confirmed, and then all of it.
///
/// @param revision counts changes of the mapping
/// @param columns as the file names them; of JSON lines the members, nested ones with a dot
/// @param problems the first of them, in the order of lines; while there are any, nothing is
///   imported
/// @param sample the first rows, as they are read; sensitive
/// @param expiresAt when an upload that nobody confirmed is forgotten
public record GoldenUpload(
        GoldenUploadId id,
        String slug,
        Format format,
        String source,
        State state,
        int revision,
        List<String> columns,
        GoldenMapping mapping,
        Progress progress,
        Counts counts,
        List<RowProblem> problems,
        List<SampleRow> sample,
        String uploadedBy,
        Instant uploadedAt,
        Instant expiresAt)
        implements Revisioned {

    public static final int MAX_ROWS = 200_000;
    public static final int MAX_BYTES = 128 * 1024 * 1024;

    public GoldenUpload {
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
        sample = List.copyOf(sample);
    }

    /// How the file is written.
    public enum Format {
        /// RFC 4180 with a header; separated by comma, semicolon or tab, whichever the header has.
        CSV,
        /// One JSON object a line.
        JSONL
    }

    /// Where an upload stands.
    public enum State {
        /// Its rows are being read under the mapping.
        CHECKING,
        /// Every row was read: it can be confirmed, if there are no problems.
        READY,
        IMPORTED
    }

    /// How many rows there are, and how many were read under this mapping.
    public record Progress(int rows, int checked) {}

    /// What the rows would do to the set as it stood when they were read; after the import, what
    /// they did.
    ///
    /// @param added contents that the set does not hold
    /// @param known contents that the set holds with the same expectation
    /// @param changed contents that the set holds with another expectation
    /// @param repeated contents that an earlier row has
    /// @param wrong rows with a problem
    public record Counts(int added, int known, int changed, int repeated, int wrong) {}

    /// Something wrong with a row.
    ///
    /// @param line that the row starts on, from 1
    /// @param column null if it is the row as a whole
    public record RowProblem(int line, @Nullable String column, String message) {}

    /// A row of the file.
    ///
    /// @param golden as it is read under the mapping; null if that fails
    public record SampleRow(int line, Map<String, String> cells, @Nullable NewGoldenCase golden) {

        public SampleRow {
            cells = Map.copyOf(cells);
        }
    }
}
