package dev.precept.console.corrections;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.contracts.review.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The cases of a cluster, a few at a time. Only what stands here can be chosen, and only what was
/// chosen is taken further.
final class ClusterCases extends Div {

    static final int STEP = 5;

    private static final long serialVersionUID = 1L;

    private final transient ClusterRoom room;
    private final List<CaseId> cases;
    private final List<CaseRow> rows = new ArrayList<>();
    private final Div list = new Div();
    private final Checkbox all = new Checkbox("Choose all that are shown");
    private final Span shown = new Span();
    private final Button more = new Button("Show more");
    private final Button draft = new Button();
    private final Button propose = new Button("Ask a model for a wording");

    ClusterCases(List<CaseId> cases, ClusterRoom room) {
        this.cases = List.copyOf(cases);
        this.room = room;
        addClassName("cluster-cases");
        list.addClassName("cluster-list");
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                rows.forEach(row -> row.choose(change.getValue()));
                count();
            }
        });
        all.setVisible(room.choosing() && cases.size() > 1);
        shown.addClassName("muted");
        shown.getElement().setAttribute("role", "status");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClickListener(_ -> readOn());
        var foot = new Div(shown, more);
        foot.addClassName("data-table-foot");
        add(all, list, foot);
        if (room.choosing()) {
            add(word(), actions());
        }
        readOn();
    }

    private static Paragraph word() {
        var word =
                new Paragraph(
                        "What you choose is protected in the golden set as people decided it; the"
                                + " rest is left alone.");
        word.addClassNames("muted", "wrap");
        return word;
    }

    private Div actions() {
        var actions = new Div();
        actions.addClassName("page-actions");
        offer(actions, draft, room.draft());
        offer(actions, propose, room.propose());
        return actions;
    }

    /// Clicked twice it acts once; refused, it can be tried again.
    private void offer(Div actions, Button button, @Nullable Consumer<List<CaseId>> act) {
        if (act == null) {
            return;
        }
        button.setDisableOnClick(true);
        button.addClickListener(_ -> {
            try {
                act.accept(chosen());
            } finally {
                count();
            }
        });
        actions.add(button);
    }

    private void readOn() {
        int from = rows.size();
        var next = cases.subList(from, Math.min(cases.size(), from + STEP));
        for (var each : room.read().apply(next)) {
            var row = new CaseRow(rows.size() + 1, each, room, this::count);
            rows.add(row);
            list.add(row);
        }
        shown.setText(
                rows.size() < cases.size()
                        ? "%d of %d shown".formatted(rows.size(), cases.size())
                        : ClusterWords.cases(cases.size()) + " in all");
        more.setVisible(rows.size() < cases.size());
        count();
    }

    private List<CaseId> chosen() {
        return rows.stream().filter(CaseRow::chosen).map(CaseRow::id).toList();
    }

    private void count() {
        int chosen = chosen().size();
        all.setValue(chosen == rows.size());
        draft.setText(
                chosen == 0 ? "Open a draft" : "Open a draft from " + ClusterWords.cases(chosen));
        draft.setEnabled(chosen > 0);
        propose.setEnabled(chosen > 0);
    }
}
