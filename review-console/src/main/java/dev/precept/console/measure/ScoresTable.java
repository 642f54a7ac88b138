package dev.precept.console.measure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.precept.console.table.DataTable;
import dev.precept.contracts.evaluation.Scores;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Scores of several things, one a row, sorted by whatever column a person likes; at first the
/// weakest F1 is on top, for that is where work is.
public final class ScoresTable extends Div {

    private static final long serialVersionUID = 1L;

    private record Row(String name, Scores scores) {
        int expected() {
            return scores.truePositives() + scores.falseNegatives();
        }

        int found() {
            return scores.truePositives() + scores.falsePositives();
        }
    }

    /// @param of what a row is about, for example `Rule`
    /// @param name how it is shown
    public ScoresTable(
            String of, Map<String, Scores> scores, Function<String, ? extends Component> name) {
        var table =
                new DataTable<Row>("Figures by " + of.toLowerCase(java.util.Locale.ROOT))
                        .column(of, row -> name.apply(row.name()))
                        .sortedBy(Comparator.comparing(Row::name))
                        .number("Expected", row -> Share.count(row.expected()))
                        .sortedBy(Comparator.comparingInt(Row::expected))
                        .number("Found", row -> Share.count(row.found()))
                        .sortedBy(Comparator.comparingInt(Row::found))
                        .column("Precision", row -> new IntervalBar(row.scores().precision()))
                        .sortedBy(by(row -> row.scores().precision().value()))
                        .column("Recall", row -> new IntervalBar(row.scores().recall()))
                        .sortedBy(by(row -> row.scores().recall().value()))
                        .column("F1", row -> new IntervalBar(row.scores().f1()))
                        .sortedBy(by(row -> row.scores().f1().value()));
        table.setRows(
                scores.entrySet().stream()
                        .map(entry -> new Row(entry.getKey(), entry.getValue()))
                        .sorted(by(row -> row.scores().f1().value()).thenComparing(Row::name))
                        .toList());
        add(table);
    }

    private static Comparator<Row> by(ToDoubleFunction<Row> figure) {
        return Comparator.comparingDouble(figure);
    }
}
