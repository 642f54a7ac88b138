package dev.precept.console.gates;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.GateWords;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.rights.Rights;
import dev.precept.console.table.DataTable;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.Section;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateSet;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.Optional;

/// The gates, and how the version that is chosen stands at them.
@StyleSheet("context://precept/gates.css")
final class GatesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient EvaluationApi evaluations;
    private final transient PolicyPage page;
    private final transient GateSet gates;
    private final boolean mayRun;
    private final Div standing = new Div();

    GatesPanel(EvaluationApi evaluations, Rights rights, PolicyPage page) {
        this.evaluations = evaluations;
        this.page = page;
        this.gates = evaluations.gates(page.slug());
        this.mayRun =
                rights.holdAny(
                        RoleName.POLICY_AUTHOR, RoleName.POLICY_APPROVER, RoleName.REVIEW_LEAD);
        addClassName("page-body");
        var mayEdit = rights.hold(RoleName.POLICY_APPROVER);
        if (gates.gates().isEmpty()) {
            add(none(mayEdit));
            return;
        }
        add(asked(mayEdit));
        if (!page.versions().isEmpty()) {
            add(standings());
        }
    }

    private EmptyState none(boolean mayEdit) {
        var advice =
                "Any approved version may go live. A gate asks for figures first, for example a"
                        + " recall of 95 % on the golden set.";
        return mayEdit
                ? new EmptyState("No gate yet", advice, new Button("Set gates", _ -> edit()))
                : new EmptyState("No gate yet", advice + " Approvers set gates.");
    }

    private Section asked(boolean mayEdit) {
        var table =
                new DataTable<Gate>("Gates of " + page.slug())
                        .column("Gate", gate -> oneLine(GateWords.name(gate.kind())))
                        .column("Asked", gate -> oneLine(GateWords.asked(gate)))
                        .rest("What it measures", GatesPanel::explained);
        table.setRows(gates.gates());
        var note =
                new Paragraph(
                        "Live moves only to a version that passes them all, measured on its newest"
                                + " complete runs. A rollback is never held back.");
        note.addClassNames("muted", "wrap");
        var body = new Div(table, note);
        body.addClassName("gates-asked");
        if (mayEdit) {
            body.add(new Button("Change gates", _ -> edit()));
        }
        return new Section("What a version must show to go live", body);
    }

    private static Span oneLine(String text) {
        var line = new Span(text);
        line.addClassName("one-line");
        return line;
    }

    private static Span explained(Gate gate) {
        var text = new Span(GateWords.explained(gate.kind()));
        text.addClassName("cell-words");
        return text;
    }

    private Section standings() {
        var version = new ComboBox<PolicyVersionSummary>("Version");
        version.setItems(page.versions());
        version.setItemLabelGenerator(GatesPanel::label);
        version.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                show(change.getValue());
            }
        });
        standing.addClassName("page-body");
        version.setValue(wanted().orElse(page.versions().getFirst()));
        var body = new Div(version, standing);
        body.addClassNames("page-body", "gates-standing");
        return new Section("How a version stands", body);
    }

    private Optional<PolicyVersionSummary> wanted() {
        return page.query()
                .getSingleParameter("version")
                .flatMap(number ->
                        page.versions().stream()
                                .filter(each -> Integer.toString(each.number()).equals(number))
                                .findFirst());
    }

    private void show(PolicyVersionSummary version) {
        standing.removeAll();
        standing.add(
                new Standing(version, evaluations.measured(page.slug(), version.number()), mayRun));
    }

    private void edit() {
        new GateEditor(evaluations, page.slug(), gates, page.reload()).open();
    }

    private static String label(PolicyVersionSummary version) {
        var aliases =
                version.aliases().isEmpty()
                        ? ""
                        : " (" + String.join(", ", version.aliases()) + ")";
        return "Version " + version.number() + " by " + version.author() + aliases;
    }
}
