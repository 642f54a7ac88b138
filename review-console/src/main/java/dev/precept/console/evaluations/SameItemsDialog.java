package dev.precept.console.evaluations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.List;
import java.util.function.Consumer;

/// Asks which other version is to be run on the cases of a run.
final class SameItemsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<Integer> chosen;
    private final VersionBox version;
    private final Button confirm = new Button("Start", _ -> start());

    SameItemsDialog(Evaluation run, List<PolicyVersionSummary> versions, Consumer<Integer> chosen) {
        this.chosen = chosen;
        version = new VersionBox(versions, null);
        setHeaderTitle("Run another version");
        setWidth("34rem");
        var words = new Paragraph(words(run));
        words.addClassName("muted");
        var fields = new Div(version, words);
        fields.addClassName("form");
        add(fields);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.setEnabled(!version.isEmpty());
        version.addValueChangeListener(_ -> confirm.setEnabled(!version.isEmpty()));
        getFooter().add(new Button("Cancel", _ -> close()), confirm);
    }

    private static String words(Evaluation run) {
        return RunWords.isReplay(run)
                ? "It is held against the same items with what was said of them at the time, so that"
                        + " both runs can be compared case by case. Items that the version itself"
                        + " judged live are left out: its own word is no measure of it."
                : "It is held against %s, so that both runs can be compared case by case."
                        .formatted(RunWords.source(run.source()));
    }

    private void start() {
        try {
            chosen.accept(version.getValue().number());
            close();
        } finally {
            confirm.setEnabled(true);
        }
    }
}
