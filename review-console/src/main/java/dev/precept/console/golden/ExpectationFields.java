package dev.precept.console.golden;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.Replacement;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.Outcome;

/// What the policy should say: an outcome and, if it matters, the rule that should decide. What
/// nobody touches stays as it was given, also a rule that the policy has no longer.
final class ExpectationFields extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Rules rules;
    private final RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>("It should say");
    private final ComboBox<Rule> rule = new ComboBox<>("By the rule");
    private transient GoldenExpectation given = new GoldenExpectation(Outcome.VIOLATES, null, null);
    private boolean touched;

    ExpectationFields(Rules rules) {
        this.rules = rules;
        addClassName("form");
        outcome.setItems(Outcome.values());
        outcome.setItemLabelGenerator(VerdictBadges::word);
        outcome.addValueChangeListener(change -> {
            touched = true;
            rule.setItems(rules.fitting(change.getValue()));
        });
        rule.addValueChangeListener(_ -> touched = true);
        rule.setItemLabelGenerator(Rules::line);
        rule.setClearButtonVisible(true);
        rule.setHelperText("Empty if any rule will do");
        add(outcome, rule);
        show(given);
    }

    void show(GoldenExpectation expected) {
        given = expected;
        outcome.setValue(expected.outcome());
        rule.setItems(rules.fitting(expected.outcome()));
        rules.fitting(expected.outcome()).stream()
                .filter(each -> each.id().equals(expected.ruleId()))
                .findFirst()
                .ifPresentOrElse(rule::setValue, rule::clear);
        touched = false;
    }

    /// Says where the rule went that was given.
    void tell(Replacement replaced) {
        rule.setHelperText(
                ReplacedRule.sentence(replaced) + ". Left alone, it stays as it was written");
    }

    GoldenExpectation expectation() {
        if (!touched) {
            return given;
        }
        var chosen = rule.getValue();
        var said = outcome.getValue();
        if (chosen == null) {
            return new GoldenExpectation(said, null, null);
        }
        var label = said == Outcome.VIOLATES ? rules.label(chosen.id()) : null;
        return new GoldenExpectation(said, label, chosen.id());
    }
}
