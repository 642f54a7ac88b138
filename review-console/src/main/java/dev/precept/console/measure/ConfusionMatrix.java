package dev.precept.console.measure;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.evaluation.EvaluationReport.Cell;
import dev.precept.contracts.verdict.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was expected against what was said, as a table whose cells are the darker the larger their
/// share of the row is. Every cell says in a word what it means, so colour never stands alone.
@StyleSheet("context://precept/measure.css")
public final class ConfusionMatrix extends Div {

    private static final long serialVersionUID = 1L;

    private final transient List<Cell> cells;
    private final boolean replay;
    private final transient @Nullable Links links;

    /// Where the cases of a cell are listed.
    @FunctionalInterface
    public interface Links {

        String address(Outcome expected, Outcome said);
    }

    /// @param replay whether the expectation is what was said at the time
    /// @param links of cells that have cases; null if nobody may follow them
    public ConfusionMatrix(List<Cell> cells, boolean replay, @Nullable Links links) {
        this.cells = List.copyOf(cells);
        this.replay = replay;
        this.links = links;
        addClassName("matrix");
        var table = new NativeTable();
        table.setCaptionText(
                replay
                        ? "What was said at the time, against what is said now"
                        : "What was expected, against what was said");
        var head = new NativeTableRow();
        head.add(corner(replay ? "Was ↓\nIs →" : "Expected ↓\nSaid →"));
        var columns = outcomes(false);
        columns.forEach(said -> head.add(header(VerdictBadges.word(said), "col")));
        table.getHead().add(head);
        for (var expected : outcomes(true)) {
            table.getBody().add(row(expected, columns));
        }
        add(table);
    }

    /// The two plain outcomes always, the third only where it occurs.
    private List<Outcome> outcomes(boolean expected) {
        return Arrays.stream(Outcome.values())
                .filter(each -> each != Outcome.UNDETERMINED || occurs(each, expected))
                .toList();
    }

    private boolean occurs(Outcome outcome, boolean expected) {
        return cells.stream()
                .anyMatch(cell -> outcome == (expected ? cell.expected() : cell.said()));
    }

    private NativeTableRow row(Outcome expected, List<Outcome> columns) {
        int all =
                cells.stream()
                        .filter(cell -> cell.expected() == expected)
                        .mapToInt(Cell::cases)
                        .sum();
        var row = new NativeTableRow();
        row.add(header(VerdictBadges.word(expected), "row"));
        for (var said : columns) {
            row.add(cell(expected, said, count(expected, said), all));
        }
        return row;
    }

    private int count(Outcome expected, Outcome said) {
        return cells.stream()
                .filter(cell -> cell.expected() == expected && cell.said() == said)
                .mapToInt(Cell::cases)
                .sum();
    }

    private NativeTableCell cell(Outcome expected, Outcome said, int cases, int all) {
        var number = number(expected, said, cases);
        number.addClassName("matrix-number");
        var share = all == 0 ? 0 : (double) cases / all;
        var words = new Span(meaning(expected, said, replay));
        words.addClassName("matrix-words");
        var part = new Span(Share.percent(share));
        part.addClassName("matrix-words");
        var cell = new NativeTableCell(number, words, part);
        cell.addClassName(expected == said ? "matrix-right" : "matrix-wrong");
        cell.getStyle().set("--share", String.format(Locale.ROOT, "%.3f", share));
        return cell;
    }

    private HtmlContainer number(Outcome expected, Outcome said, int cases) {
        if (links == null || cases == 0) {
            return new Span(Share.count(cases));
        }
        var link = new Anchor(links.address(expected, said), Share.count(cases));
        link.setAriaLabel(
                "%s, %s %s, %s %s"
                        .formatted(
                                Share.cases(cases),
                                replay ? "was" : "expected",
                                VerdictBadges.word(expected),
                                replay ? "is" : "said",
                                VerdictBadges.word(said)));
        return link;
    }

    static String meaning(Outcome expected, Outcome said, boolean replay) {
        if (expected == said) {
            return replay ? "unchanged" : "right";
        }
        if (replay) {
            return "changed";
        }
        return switch (said) {
            case VIOLATES -> "false alarm";
            case SAFE -> "missed";
            case UNDETERMINED -> "no answer";
        };
    }

    private static NativeTableHeaderCell corner(String text) {
        var corner = header(text, "col");
        corner.addClassNames("matrix-corner", "muted");
        return corner;
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        var header = new NativeTableHeaderCell(text);
        header.getElement().setAttribute("scope", scope);
        return header;
    }
}
