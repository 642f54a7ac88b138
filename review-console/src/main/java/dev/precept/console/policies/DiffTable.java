package dev.precept.console.policies;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.policy.VersionDiff;
import dev.precept.contracts.policy.VersionDiff.Kind;
import dev.precept.contracts.policy.VersionDiff.Line;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A comparison, line by line, with the changed words marked. Long runs of equal lines are folded.
class DiffTable extends Div {

    private static final long serialVersionUID = 1L;
    private static final int CONTEXT = 3;

    DiffTable(VersionDiff diff) {
        addClassName("diff");
        if (diff.rows().stream().allMatch(row -> row.kind() == Kind.SAME)) {
            add(new EmptyState("No difference", "Both versions have the same text."));
            return;
        }
        var rows = diff.rows();
        int folded = 0;
        for (int index = 0; index < rows.size(); index++) {
            if (nearChange(rows, index)) {
                addFold(folded);
                folded = 0;
                add(row(rows.get(index)));
            } else {
                folded++;
            }
        }
        addFold(folded);
    }

    private void addFold(int lines) {
        if (lines > 0) {
            var fold = new Div(lines == 1 ? "1 equal line" : lines + " equal lines");
            fold.addClassName("diff-fold");
            add(fold);
        }
    }

    private static boolean nearChange(List<VersionDiff.Row> rows, int index) {
        int from = Math.max(0, index - CONTEXT);
        int to = Math.min(rows.size(), index + CONTEXT + 1);
        return rows.subList(from, to).stream().anyMatch(row -> row.kind() != Kind.SAME);
    }

    private static Div row(VersionDiff.Row row) {
        var line = new Div(side(row.left(), "before"), side(row.right(), "after"));
        line.addClassNames("diff-row", "diff-" + row.kind().name().toLowerCase(Locale.ROOT));
        return line;
    }

    private static Div side(@Nullable Line line, String which) {
        var side = new Div();
        side.addClassNames("diff-side", "diff-" + which);
        if (line == null) {
            side.addClassName("diff-nothing");
            return side;
        }
        var number = new Span(Integer.toString(line.number()));
        number.addClassName("diff-number");
        var text = new Div();
        text.addClassName("diff-text");
        for (var segment : line.segments()) {
            var words = new Span(segment.text());
            if (segment.changed()) {
                words.addClassName("diff-word");
            }
            text.add(words);
        }
        side.add(number, text);
        return side;
    }
}
