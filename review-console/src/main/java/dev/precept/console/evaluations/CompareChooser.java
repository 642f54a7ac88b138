package dev.precept.console.evaluations;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import java.util.List;

/// Leads to a comparison with another run of the same kind, one of the newest.
final class CompareChooser extends Div {

    private static final long serialVersionUID = 1L;

    CompareChooser(EvaluationApi evaluations, Evaluation run) {
        var slug = run.policyVersion().slug();
        var others = others(evaluations, run);
        var chooser = new ComboBox<Evaluation>();
        chooser.setAriaLabel("Compare with another run");
        chooser.setPlaceholder("Compare with …");
        chooser.setItems(others);
        chooser.setItemLabelGenerator(RunWords::title);
        chooser.addValueChangeListener(change -> {
            var other = change.getValue();
            if (other != null) {
                UI.getCurrent()
                        .navigate(RunWords.address(slug, run.id()) + "/compare/" + other.id());
            }
        });
        setVisible(!others.isEmpty());
        add(chooser);
    }

    private static List<Evaluation> others(EvaluationApi evaluations, Evaluation run) {
        return evaluations.list(run.policyVersion().slug(), null).items().stream()
                .filter(other -> !other.id().equals(run.id()))
                .filter(other -> other.progress().judged() > 0)
                .filter(other -> RunWords.isReplay(other) == RunWords.isReplay(run))
                .toList();
    }
}
