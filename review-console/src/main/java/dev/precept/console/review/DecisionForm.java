package dev.precept.console.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.TextRenderer;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bar at the bottom of the review screen: what is decided, with which outcome, label and rules
/// of the policy, and why.
final class DecisionForm extends Div {

    private final Map<DecisionKind, Button> kinds = new EnumMap<>(DecisionKind.class);
    private final Select<Outcome> outcome = new Select<>();
    private final Select<String> label = new Select<>();
    private final MultiSelectComboBox<Rule> rules = new MultiSelectComboBox<>("Rules");
    private final TextArea reason = new TextArea("Reason");
    private final Checkbox golden = new Checkbox("Add to golden set");
    private final Span complaint = new Span();
    private final Button submit = new Button("Decide and next");
    private @Nullable RuleChoices choices;
    private @Nullable DecisionKind kind;

    DecisionForm(Runnable onSubmit) {
        addClassName("decision-form");
        for (var each : DecisionKind.values()) {
            var button = new Button(word(each), _ -> choose(each));
            button.addClassName("decision-kind");
            kinds.put(each, button);
        }
        outcome.setLabel("Right outcome");
        outcome.setItemLabelGenerator(VerdictBadges::word);
        outcome.addValueChangeListener(_ -> outcomeChanged());
        label.setLabel("Label");
        label.addValueChangeListener(_ -> labelChanged());
        rules.setItemLabelGenerator(Rule::id);
        rules.setRenderer(new TextRenderer<>(RuleChoices::line));
        rules.addClassName("rule-picker");
        reason.setMaxLength(2_000);
        reason.setMinRows(1);
        reason.setMaxRows(5);
        reason.addClassName("reason");
        complaint.addClassName("complaint");
        complaint.getElement().setAttribute("role", "alert");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setTooltipText("Ctrl+Enter");
        submit.addClickListener(_ -> onSubmit.run());
        var choice = new Div(kinds.values().toArray(Button[]::new));
        choice.addClassName("decision-kinds");
        choice.getElement().setAttribute("role", "group");
        choice.getElement().setAttribute("aria-label", "Decision");
        var fields = new Div(outcome, label, rules, reason);
        fields.addClassName("decision-fields");
        var end = new Div(golden, complaint, submit);
        end.addClassName("decision-end");
        add(choice, fields, end);
        showKind();
    }

    /// Starts empty on another case.
    void open(Verdict verdict, PolicyBundle bundle) {
        choices = new RuleChoices(bundle);
        kind = null;
        outcome.setItems(
                Arrays.stream(Outcome.values()).filter(each -> each != verdict.outcome()).toList());
        reason.clear();
        golden.clear();
        complain("");
        showKind();
    }

    void choose(DecisionKind chosen) {
        kind = chosen;
        if (chosen == DecisionKind.OVERTURN && outcome.isEmpty()) {
            onlyDecidedOutcome().ifPresent(outcome::setValue);
        }
        complain("");
        showKind();
        if (chosen == DecisionKind.OVERTURN && outcome.isEmpty()) {
            outcome.focus();
        } else if (chosen != DecisionKind.UPHOLD) {
            reason.focus();
        }
    }

    /// What an overturned verdict turns into, if there is no choice: nobody is led to one of two.
    private Optional<Outcome> onlyDecidedOutcome() {
        var decided =
                outcome.getListDataView()
                        .getItems()
                        .filter(each -> each != Outcome.UNDETERMINED)
                        .toList();
        return decided.size() == 1 ? Optional.of(decided.getFirst()) : Optional.empty();
    }

    DecisionDraft draft() {
        return new DecisionDraft(
                kind,
                outcome.getValue(),
                label.getValue(),
                rules.getValue().stream().map(Rule::id).sorted().toList(),
                reason.getValue(),
                golden.getValue());
    }

    /// Says what is missing, or nothing for an empty text.
    void complain(String text) {
        complaint.setText(text);
    }

    private void outcomeChanged() {
        var known = choices;
        if (known == null) {
            return;
        }
        label.setItems(known.labels(outcome.getValue()));
        known.onlyLabel(outcome.getValue()).ifPresent(label::setValue);
        labelChanged();
        showKind();
    }

    private void labelChanged() {
        var known = choices;
        if (known != null) {
            rules.setItems(RuleChoices::matches, known.rules(outcome.getValue(), label.getValue()));
        }
    }

    private void showKind() {
        kinds.forEach((each, button) -> {
            button.getElement().setAttribute("aria-pressed", String.valueOf(each == kind));
            button.setClassName("chosen", each == kind);
        });
        var overturn = kind == DecisionKind.OVERTURN;
        outcome.setVisible(overturn);
        label.setVisible(overturn && outcome.getValue() == Outcome.VIOLATES);
        rules.setVisible(
                overturn
                        && outcome.getValue() != null
                        && outcome.getValue() != Outcome.UNDETERMINED);
        reason.setVisible(kind != null);
        reason.setRequiredIndicatorVisible(kind != DecisionKind.UPHOLD);
        golden.setVisible(kind != DecisionKind.ESCALATE);
        submit.setEnabled(kind != null);
        submit.setText(kind == DecisionKind.ESCALATE ? "Escalate and next" : "Decide and next");
    }

    static String word(DecisionKind kind) {
        return switch (kind) {
            case UPHOLD -> "Uphold (u)";
            case OVERTURN -> "Overturn (o)";
            case ESCALATE -> "Escalate (e)";
        };
    }
}
