package dev.precept.console.golden;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.precept.console.content.SensitiveText;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenCaseEdit;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.Objects;

/// Changes what a golden case expects, its note and its protection, or takes it out of use. Its
/// content stays, and so does what frozen sets hold.
final class EditCaseDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient GoldenSetApi golden;
    private final transient GoldenCase known;
    private final transient Runnable changed;
    private final ExpectationFields expectation;
    private final TextArea note = new TextArea("Note");
    private final Checkbox guarded = new Checkbox("Protected");
    private final Button save = new Button("Save", _ -> save());

    EditCaseDialog(GoldenSetApi golden, GoldenCase known, Rules rules, Runnable changed) {
        this.golden = golden;
        this.known = known;
        this.changed = changed;
        setHeaderTitle("Change a golden case");
        setWidth("40rem");
        expectation = new ExpectationFields(rules);
        expectation.show(known.expected());
        if (known.replaced() != null) {
            expectation.tell(known.replaced());
        }
        note.setMaxLength(2_000);
        note.setValue(Objects.requireNonNullElse(known.note(), ""));
        guarded.setValue(known.guarded());
        guarded.setHelperText("No version goes live that judges it wrong, if a gate says so");
        var words =
                new Paragraph(
                        "Sets that are frozen keep the case as it was; the next one has this.");
        words.addClassNames("muted", "wrap");
        var form = new Div(new SensitiveText(known.content()), expectation, note, guarded, words);
        form.addClassName("form");
        add(form);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        var retire = new Button("Take out of use", _ -> ask());
        retire.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        getFooter().add(retire, new Button("Cancel", _ -> close()), save);
    }

    private void save() {
        try {
            var words = note.getValue().isBlank() ? null : note.getValue().strip();
            golden.change(
                    known.slug(),
                    known.id(),
                    new GoldenCaseEdit(expectation.expectation(), words, guarded.getValue()));
        } catch (PreceptException refused) {
            if (refused.code() != ErrorCode.STALE_WRITE) {
                throw refused;
            }
            new ConfirmDialog(
                            "Somebody was quicker",
                            "The case was changed or taken out of use meanwhile. You changed nothing.",
                            "Look again",
                            _ -> {})
                    .open();
        } finally {
            save.setEnabled(true);
        }
        close();
        changed.run();
    }

    private void ask() {
        var dialog = new ConfirmDialog();
        dialog.setHeader("Take this case out of use?");
        dialog.setText("Frozen sets keep it; the next one is without it.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Take out of use");
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> {
            golden.retire(known.slug(), known.id());
            close();
            changed.run();
        });
        dialog.open();
    }
}
