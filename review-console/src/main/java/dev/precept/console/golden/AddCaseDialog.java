package dev.precept.console.golden;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.precept.console.content.ContentForm;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewGoldenCase;
import java.util.List;

/// Takes a content by hand, with what the policy should say of it.
final class AddCaseDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final String BY_HAND = "hand";

    private final transient GoldenSetApi golden;
    private final String slug;
    private final transient Runnable added;
    private final ContentForm content = new ContentForm();
    private final ExpectationFields expectation;
    private final TextArea note = new TextArea("Note");
    private final Checkbox guarded = new Checkbox("Protected");
    private final Paragraph known =
            new Paragraph(
                    "The set holds this content already, so nothing was added. Change the case in"
                            + " the list.");
    private final Button confirm = new Button("Add", _ -> save());

    AddCaseDialog(GoldenSetApi golden, String slug, Rules rules, Runnable added) {
        this.golden = golden;
        this.slug = slug;
        this.added = added;
        expectation = new ExpectationFields(rules);
        setHeaderTitle("Add a golden case");
        setWidth("40rem");
        content.onChange(this::showFitting);
        note.setMaxLength(2_000);
        note.setHelperText("Why this is a good case; everybody who sees the set reads it");
        guarded.setHelperText("No version goes live that judges it wrong, if a gate says so");
        known.addClassName("verdict-warning");
        known.getElement().setAttribute("role", "alert");
        known.setVisible(false);
        var form = new Div(content, expectation, note, guarded, known);
        form.addClassName("form");
        add(form);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", _ -> close()), confirm);
        showFitting();
    }

    private void showFitting() {
        confirm.setEnabled(content.content().isPresent());
        known.setVisible(false);
    }

    private void save() {
        try {
            var wish =
                    new NewGoldenCase(
                            content.content().orElseThrow(),
                            expectation.expectation(),
                            note.getValue().isBlank() ? null : note.getValue().strip(),
                            guarded.getValue());
            var result = golden.importCases(slug, new GoldenImport(BY_HAND, List.of(wish)));
            if (result.added() == 0) {
                known.setVisible(true);
                return;
            }
            close();
            added.run();
        } finally {
            confirm.setEnabled(true);
        }
    }
}
