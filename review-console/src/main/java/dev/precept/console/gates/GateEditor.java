package dev.precept.console.gates;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.evaluation.GateSet;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Changes the gates of a policy. Where somebody else was quicker, it says what they changed, and
/// asks before it is overwritten.
final class GateEditor extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient EvaluationApi evaluations;
    private final String slug;
    private final transient Runnable saved;
    private final transient List<GateField> fields;
    private final Div conflict = new Div();
    private final Button save = new Button("Save gates", _ -> save());
    private transient GateSet base;

    GateEditor(EvaluationApi evaluations, String slug, GateSet base, Runnable saved) {
        this.evaluations = evaluations;
        this.slug = slug;
        this.base = base;
        this.saved = saved;
        fields =
                Arrays.stream(Gate.Kind.values())
                        .map(kind -> new GateField(kind, this::showFitting))
                        .toList();
        setHeaderTitle("Gates of " + slug);
        setWidth("38rem");
        conflict.addClassName("gate-conflict");
        conflict.getElement().setAttribute("role", "alert");
        conflict.setVisible(false);
        var form = new Div(conflict);
        form.addClassName("form");
        fields.forEach(form::add);
        add(form);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", _ -> close()), save);
        show(base);
    }

    private void show(GateSet gates) {
        for (int index = 0; index < fields.size(); index++) {
            fields.get(index).show(GateChanges.find(gates, Gate.Kind.values()[index]));
        }
        showFitting();
    }

    private void showFitting() {
        save.setEnabled(fields != null && fields.stream().allMatch(GateField::isSensible));
    }

    private void save() {
        var wanted = fields.stream().map(GateField::gate).flatMap(Optional::stream).toList();
        try {
            evaluations.setGates(slug, String.valueOf(base.revision()), new GateEdit(wanted));
        } catch (PreceptException refused) {
            if (refused.code() != ErrorCode.STALE_WRITE) {
                throw refused;
            }
            showConflict(evaluations.gates(slug));
            return;
        } finally {
            showFitting();
        }
        close();
        saved.run();
    }

    /// From here on, saving is based on what they saved: it overwrites theirs knowingly.
    private void showConflict(GateSet theirs) {
        var changes = new UnorderedList();
        GateChanges.between(base, theirs).forEach(each -> changes.add(new ListItem(each)));
        var title =
                new Paragraph(
                        "Somebody changed the gates while you did. Nothing of yours is saved yet. They changed:");
        var restart =
                new Button(
                        "Start over from theirs",
                        _ -> {
                            conflict.setVisible(false);
                            show(theirs);
                        });
        restart.addThemeVariants(ButtonVariant.SMALL);
        conflict.removeAll();
        conflict.add(title, changes, restart);
        conflict.setVisible(true);
        base = theirs;
        save.setText("Save mine over theirs");
    }
}
