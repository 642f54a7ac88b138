package dev.precept.console.gates;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.precept.console.measure.GateWords;
import dev.precept.contracts.evaluation.Gate;
import java.util.Optional;

/// One kind of gate: whether it is asked for, and its limit as people say it, shares in per cent.
final class GateField extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST_CASES = 1_000_000;

    private final Gate.Kind kind;
    private final Checkbox asked = new Checkbox();
    private final NumberField limit = new NumberField();

    GateField(Gate.Kind kind, Runnable changed) {
        this.kind = kind;
        addClassName("gate-field");
        var bound = GateWords.isLeast(kind) ? "at least" : "at most";
        asked.setLabel(GateWords.name(kind) + " " + bound);
        asked.addValueChangeListener(change -> {
            limit.setEnabled(change.getValue());
            changed.run();
        });
        limit.setAriaLabel(GateWords.name(kind) + ", " + bound);
        limit.setSuffixComponent(new Span(GateWords.counts(kind) ? "cases" : "%"));
        limit.setMin(0);
        limit.setMax(most());
        limit.setEnabled(false);
        limit.setValue(suggested());
        limit.setValueChangeMode(ValueChangeMode.EAGER);
        limit.addValueChangeListener(_ -> changed.run());
        var help = new Span(GateWords.explained(kind));
        help.addClassName("muted");
        add(asked, limit, help);
    }

    private int most() {
        return GateWords.counts(kind) ? MOST_CASES : 100;
    }

    private double suggested() {
        return switch (kind) {
            case RECALL, PRECISION, F1 -> 95;
            case PROTECTED_WRONG -> 0;
            case REPLAY_CHANGE -> 2;
        };
    }

    void show(Optional<Gate> gate) {
        asked.setValue(gate.isPresent());
        gate.ifPresent(each ->
                limit.setValue(
                        GateWords.counts(kind)
                                ? each.limit()
                                : Math.round(each.limit() * 1e6) / 1e4));
    }

    /// What cannot be said: a share above 100 %, half a case, nothing at all.
    boolean isSensible() {
        if (!asked.getValue()) {
            return true;
        }
        var value = limit.getValue();
        return value != null
                && value >= 0
                && value <= most()
                && (!GateWords.counts(kind) || value == Math.rint(value));
    }

    Optional<Gate> gate() {
        if (!asked.getValue()) {
            return Optional.empty();
        }
        double value = limit.getValue();
        return Optional.of(new Gate(kind, GateWords.counts(kind) ? value : value / 100));
    }
}
