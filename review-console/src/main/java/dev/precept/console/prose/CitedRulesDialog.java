package dev.precept.console.prose;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.precept.contracts.policy.CitedRule;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersion;
import java.util.List;
import java.util.function.Consumer;

/// Asks for each rule that is gone and still cited where it went, writes that into the draft, and
/// submits it.
final class CitedRulesDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient PolicyApi policies;
    private final transient PolicyVersion version;
    private final transient List<CitedRuleField> fields;
    private final transient Consumer<PolicyVersion> submitted;
    private final Paragraph problem = new Paragraph();
    private final Button submit = new Button("Write it down and submit", click -> submit());

    CitedRulesDialog(
            PolicyApi policies,
            PolicyVersion version,
            List<CitedRule> cited,
            Consumer<PolicyVersion> submitted) {
        this.policies = policies;
        this.version = version;
        this.submitted = submitted;
        fields =
                cited.stream()
                        .filter(rule -> !rule.settled())
                        .map(rule -> new CitedRuleField(rule, version.rules(), this::showFitting))
                        .toList();
        setHeaderTitle("Rules that people still rely on");
        setWidth("38rem");
        var form =
                new Div(
                        new Paragraph(
                                "This draft no longer has them. Say which rule stands for each now: it is"
                                        + " written into the settings of the draft, and golden cases follow it."));
        form.addClassName("form");
        fields.forEach(form::add);
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        form.add(problem);
        add(form);
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), submit);
        showFitting();
    }

    private void showFitting() {
        submit.setEnabled(fields != null && fields.stream().allMatch(CitedRuleField::isSaid));
    }

    private void submit() {
        var summary = version.summary();
        var text =
                ReplacedText.with(
                        version.text(), fields.stream().map(CitedRuleField::said).toList());
        if (text.isEmpty()) {
            problem.setText(
                    "The settings of this draft have replaced: in a form that cannot be added to. Write"
                            + " it by hand, one id a line.");
            problem.setVisible(true);
            return;
        }
        var edit = new DraftEdit(summary.revision(), text.get());
        var kept = policies.save(summary.slug(), summary.number(), edit);
        close();
        submitted.accept(
                policies.submit(summary.slug(), summary.number(), String.valueOf(kept.revision())));
    }
}
