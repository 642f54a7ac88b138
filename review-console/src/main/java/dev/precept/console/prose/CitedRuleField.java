package dev.precept.console.prose;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.precept.contracts.policy.CitedRule;
import dev.precept.contracts.policy.Replacement;
import dev.precept.contracts.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/// Where one rule went.
final class CitedRuleField extends Div {

    private static final long serialVersionUID = 1L;
    private static final String NONE = "None of them";
    private static final int LONGEST = 60;

    private final CitedRule rule;
    private final ComboBox<String> by = new ComboBox<>();
    private final TextField because = new TextField("Because");

    CitedRuleField(CitedRule rule, List<Rule> rules, Runnable changed) {
        this.rule = rule;
        addClassName("cited-rule");
        var choices = new ArrayList<String>();
        choices.add(NONE);
        rules.forEach(each -> choices.add(each.id()));
        by.setItems(choices);
        by.setLabel(rule.id() + ", cited by " + counts(rule));
        by.setItemLabelGenerator(id -> labelled(id, rules));
        by.setWidthFull();
        by.addValueChangeListener(change -> {
            because.setVisible(NONE.equals(change.getValue()));
            changed.run();
        });
        because.setWidthFull();
        because.setVisible(false);
        because.setMaxLength(400);
        because.setValueChangeMode(ValueChangeMode.EAGER);
        because.addValueChangeListener(change -> changed.run());
        add(by, because);
        if (rule.likely() != null && choices.contains(rule.likely())) {
            by.setValue(rule.likely());
            by.setHelperText("Proposed, because its words are most alike.");
        }
    }

    static String counts(CitedRule rule) {
        var open = rule.openCases() + (rule.openCases() == 1 ? " open case" : " open cases");
        var golden =
                rule.goldenCases() + (rule.goldenCases() == 1 ? " golden case" : " golden cases");
        if (rule.openCases() == 0) {
            return golden;
        }
        return rule.goldenCases() == 0 ? open : open + " and " + golden;
    }

    private static String labelled(String id, List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(rule -> id + " " + shortened(rule.text()))
                .orElse(id);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    boolean isSaid() {
        return by.getValue() != null
                && (!by.getValue().equals(NONE) || !because.getValue().isBlank());
    }

    Replacement said() {
        return NONE.equals(by.getValue())
                ? new Replacement(rule.id(), null, because.getValue())
                : new Replacement(rule.id(), by.getValue(), "");
    }
}
