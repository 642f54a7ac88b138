package dev.precept.console.golden;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Words that a file has for outcomes, beside those that are known without being told.
final class OutcomeWords extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Outcome> words = new LinkedHashMap<>();
    private final Div told = new Div();
    private final TextField word = new TextField("Another word for an outcome");
    private final Select<Outcome> meaning = new Select<>();

    OutcomeWords(Map<String, Outcome> known) {
        addClassName("outcome-words");
        words.putAll(known);
        word.setPlaceholder("spam");
        word.setHelperText(
                "Known already: violates, unsafe, true, 1 · safe, false, 0 · undetermined");
        meaning.setLabel("Means");
        meaning.setItems(Outcome.values());
        meaning.setItemLabelGenerator(each -> VerdictBadges.word(Objects.requireNonNull(each)));
        meaning.setValue(Outcome.VIOLATES);
        told.addClassName("badges");
        var line = new Div(word, meaning, new Button("Add word", _ -> tell()));
        line.addClassName("choosers");
        add(told, line);
        show();
    }

    private void tell() {
        var value = word.getValue();
        if (!value.isBlank()) {
            words.put(value.strip(), meaning.getValue());
            clear(value);
            show();
        }
    }

    /// Leaves alone what somebody has typed since.
    private void clear(String value) {
        word.getElement()
                .executeJs(
                        "if (this.value === $0) { this.value = ''; this.dispatchEvent(new Event('change')); }",
                        value);
    }

    private void show() {
        told.removeAll();
        told.setVisible(!words.isEmpty());
        words.forEach((each, outcome) -> {
            var forget = new Button("Forget", _ -> forget(each));
            forget.setAriaLabel("Forget the word " + each);
            forget.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            told.add(new Span("“" + each + "” means"), VerdictBadges.outcome(outcome), forget);
        });
    }

    private void forget(String each) {
        words.remove(each);
        show();
    }

    /// A word that still stands in the field counts too.
    Map<String, Outcome> words() {
        tell();
        return Map.copyOf(words);
    }
}
