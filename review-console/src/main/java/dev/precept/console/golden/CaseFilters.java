package dev.precept.console.golden;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.policy.GoldenSearch;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/// Which cases of a golden set are shown.
final class CaseFilters extends Div {

    private static final long serialVersionUID = 1L;

    private final TextField text = new TextField("Words in content or note");
    private final Select<Outcome> outcome = new Select<>();
    private final ComboBox<String> rule = new ComboBox<>("Rule");
    private final TextField language = new TextField("Language");

    CaseFilters(Rules rules, Runnable changed) {
        addClassName("golden-filters");
        text.addClassName("wide");
        text.setClearButtonVisible(true);
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        lazy(text);
        outcome.setLabel("Expected");
        outcome.setItems(Outcome.values());
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption("Anything");
        outcome.setItemLabelGenerator(CaseFilters::word);
        rule.setItems(rules.rules().stream().map(Rule::id).toList());
        rule.setAllowCustomValue(true);
        rule.addCustomValueSetListener(typed -> rule.setValue(typed.getDetail().strip()));
        rule.setClearButtonVisible(true);
        rule.setWidth("9rem");
        language.setPlaceholder("en");
        language.setWidth("8rem");
        language.setClearButtonVisible(true);
        language.setTooltipText("As the case names it; und for those that name none");
        lazy(language);
        text.addValueChangeListener(_ -> changed.run());
        outcome.addValueChangeListener(_ -> changed.run());
        rule.addValueChangeListener(_ -> changed.run());
        language.addValueChangeListener(_ -> changed.run());
        add(text, outcome, rule, language);
    }

    private static void lazy(TextField field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(400);
    }

    private static String word(@Nullable Outcome outcome) {
        return outcome == null ? "Anything" : VerdictBadges.word(outcome);
    }

    GoldenSearch wanted() {
        return new GoldenSearch(
                text.getValue(), outcome.getValue(), rule.getValue(), language.getValue());
    }
}
