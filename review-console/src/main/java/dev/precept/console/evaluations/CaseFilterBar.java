package dev.precept.console.evaluations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.evaluation.EvaluationCase.Result;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.verdict.Outcome;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What of a run's cases is to be shown. It offers the rules and languages that the run has.
final class CaseFilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<CaseFilter> chosen;
    private final Select<Outcome> expected;
    private final Select<Outcome> actual;
    private final Select<Result> result;
    private final Select<String> rule;
    private final Select<String> language;
    private final Checkbox guarded = new Checkbox("Protected only");
    private final Button all = new Button("Show all", _ -> choose(CaseFilter.ALL));

    /// @param chosen told whenever a person chooses another filter
    CaseFilterBar(
            EvaluationReport report,
            boolean replay,
            CaseFilter filter,
            Consumer<CaseFilter> chosen) {
        this.chosen = chosen;
        addClassNames("filters", "case-filters");
        var outcomes = List.of(Outcome.values());
        expected = select(replay ? "Was" : "Expected", outcomes, VerdictBadges::word);
        actual = select(replay ? "Is" : "Said", outcomes, VerdictBadges::word);
        result = select("Result", List.of(Result.values()), each -> CaseWords.result(each, replay));
        rule = select("Rule", with(report.rules().keySet(), filter.rule()), Function.identity());
        language =
                select(
                        "Language",
                        with(report.languages().keySet(), filter.language()),
                        CaseWords::language);
        guarded.setVisible(!replay);
        all.addThemeVariants(ButtonVariant.TERTIARY);
        add(expected, actual, result, rule, language, guarded, all);
        show(filter);
        List.of(expected, actual, result, rule, language)
                .forEach(each ->
                        each.addValueChangeListener(change -> {
                            if (change.isFromClient()) {
                                choose(filter());
                            }
                        }));
        guarded.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(filter());
            }
        });
    }

    /// What an address names, and the run has not, can be seen and taken away too.
    private static Collection<String> with(Collection<String> names, @Nullable String asked) {
        var all = new LinkedHashSet<>(new TreeSet<>(names));
        if (asked != null) {
            all.add(asked);
        }
        return all;
    }

    private static <T> Select<T> select(
            String label, Collection<T> values, Function<T, String> word) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(values);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("Any");
        select.setItemLabelGenerator(value -> value == null ? "Any" : word.apply(value));
        return select;
    }

    private void choose(CaseFilter filter) {
        show(filter);
        chosen.accept(filter);
    }

    private void show(CaseFilter filter) {
        expected.setValue(filter.expected());
        actual.setValue(filter.actual());
        result.setValue(filter.result());
        rule.setValue(filter.rule());
        language.setValue(filter.language());
        guarded.setValue(Boolean.TRUE.equals(filter.guarded()));
        all.setVisible(!filter.equals(CaseFilter.ALL));
    }

    private CaseFilter filter() {
        return new CaseFilter(
                expected.getValue(),
                actual.getValue(),
                result.getValue(),
                guarded.getValue() ? Boolean.TRUE : null,
                rule.getValue(),
                language.getValue());
    }
}
