package dev.precept.console.golden;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.SensitiveLine;
import dev.precept.console.table.DataTable;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.golden.GoldenUpload.RowProblem;
import dev.precept.contracts.golden.GoldenUpload.SampleRow;
import java.util.List;
import java.util.stream.Collectors;

/// Rows of a file as they are read, and what is wrong with others. Contents are blurred.
final class ImportPreview {

    private ImportPreview() {}

    static DataTable<RowProblem> problems(List<RowProblem> problems) {
        var table =
                new DataTable<RowProblem>("What is wrong")
                        .number("Line", problem -> Integer.toString(problem.line()))
                        .text(
                                "Column",
                                problem -> problem.column() == null ? "—" : problem.column())
                        .rest("What is wrong", problem -> new Span(problem.message()));
        table.setRows(problems);
        return table;
    }

    static DataTable<SampleRow> sample(List<SampleRow> rows) {
        var table =
                new DataTable<SampleRow>("The first rows, as they are read")
                        .number("Line", row -> Integer.toString(row.line()))
                        .column("Should say", ImportPreview::expected)
                        .rest("Content", ImportPreview::content);
        table.setRows(rows);
        return table;
    }

    private static Component expected(SampleRow row) {
        var golden = row.golden();
        if (golden == null) {
            return new Span("Cannot be read");
        }
        var expected = golden.expected();
        var cell = new Div(VerdictBadges.outcome(expected.outcome()));
        cell.addClassName("badges");
        if (expected.label() != null) {
            cell.add(VerdictBadges.plain(expected.label()));
        }
        if (expected.ruleId() != null) {
            cell.add(VerdictBadges.rule(expected.ruleId()));
        }
        if (Boolean.TRUE.equals(golden.guarded())) {
            cell.add(VerdictBadges.plain("Protected"));
        }
        return cell;
    }

    private static Component content(SampleRow row) {
        var golden = row.golden();
        var cell =
                new Div(
                        new SensitiveLine(
                                golden == null ? new Message(raw(row)) : golden.content()));
        cell.addClassName("two-lines");
        var note = golden == null ? null : golden.note();
        if (note != null && !note.isBlank()) {
            var words = new Span(note);
            words.addClassName("muted");
            cell.add(words);
        }
        return cell;
    }

    private static String raw(SampleRow row) {
        return row.cells().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(cell -> cell.getKey() + ": " + cell.getValue())
                .collect(Collectors.joining(" · "));
    }
}
