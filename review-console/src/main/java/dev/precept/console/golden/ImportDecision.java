package dev.precept.console.golden;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.precept.console.measure.Share;
import dev.precept.console.time.Moment;
import dev.precept.contracts.golden.GoldenConfirmation.Changed;
import dev.precept.contracts.golden.GoldenUpload;
import java.util.function.Consumer;

/// Whether a file that was read is imported, and what happens to cases that it contradicts.
final class ImportDecision extends Div {

    private static final long serialVersionUID = 1L;

    private final transient GoldenUpload upload;
    private final RadioButtonGroup<Changed> changed =
            new RadioButtonGroup<>("Cases of the set with another expectation");
    private final Button confirm = new Button();

    ImportDecision(GoldenUpload upload, Consumer<Changed> confirmed, Runnable discarded) {
        this.upload = upload;
        addClassName("form");
        var counts = upload.counts();
        if (counts.wrong() > 0) {
            var wrong = new Paragraph(ImportWords.wrong(upload));
            wrong.addClassName("verdict-warning");
            add(wrong);
        }
        changed.setItems(Changed.values());
        changed.setItemLabelGenerator(ImportDecision::word);
        changed.setValue(Changed.KEEP);
        changed.setVisible(counts.changed() > 0);
        changed.addValueChangeListener(_ -> showFitting());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(_ -> confirmed.accept(changed.getValue()));
        var buttons = new Div(confirm, new Button("Discard", _ -> discarded.run()));
        buttons.addClassName("page-actions");
        var until = new Div(new Span("Forgotten by itself on "), new Moment(upload.expiresAt()));
        until.addClassName("muted");
        add(changed, buttons, until);
        showFitting();
    }

    private void showFitting() {
        var counts = upload.counts();
        int cases = counts.added() + (changed.getValue() == Changed.REPLACE ? counts.changed() : 0);
        confirm.setText(cases == 0 ? "Nothing to import" : "Import " + Share.cases(cases));
        confirm.setEnabled(cases > 0 && counts.wrong() == 0);
    }

    private static String word(Changed changed) {
        return switch (changed) {
            case KEEP -> "Stay as they are";
            case REPLACE -> "Are replaced; frozen sets keep the old ones";
        };
    }
}
