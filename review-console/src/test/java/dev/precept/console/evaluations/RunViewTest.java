package dev.precept.console.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.precept.console.testing.FakeEvaluationApi;
import dev.precept.console.testing.FakeEvaluationReportApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Measured;
import dev.precept.console.testing.Samples;
import dev.precept.console.ui.FileLink;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.EvaluationSource.Golden;
import dev.precept.contracts.evaluation.EvaluationSource.Replay;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class RunViewTest extends BrowserlessTest {

    private static final EvaluationSource SET = new Golden(7, null);

    private final FakeEvaluationApi evaluations = new FakeEvaluationApi();
    private final List<String> files = new ArrayList<>();

    @Test
    void aRunTellsItsFiguresWithIntervalsAndWhatItIsBoundTo() {
        var view = open(evaluations.complete(1, SET), RoleName.AUDITOR);
        assertThat(textOf(view))
                .contains("Version 1 on golden set 7", "Accuracy", "91.5 %", "86.8–94.6 % on 200")
                .contains("88", "missed12.0 %", "false alarm5.0 %")
                .contains("1 of 20 protected cases are judged wrong.")
                .contains(Samples.SHA, "ef".repeat(32), Samples.MODEL.name(), "123,456");
        assertThat(view.getPageTitle()).isEqualTo("Version 1 on golden set 7 · spam");
    }

    @Test
    void onAReplayWhatWasSaidAtTheTimeIsTheMeasure() {
        var view = open(evaluations.complete(1, new Replay(1000, Samples.NOW)), RoleName.AUDITOR);
        assertThat(textOf(view))
                .contains("1,000 past items since 1 Mar 2026", "Unchanged", "changed12.0 %")
                .doesNotContain("missed");
    }

    @Test
    void tablesAreSortedByTheColumnThatIsClicked() {
        open(evaluations.complete(1, SET), RoleName.AUDITOR);
        assertThat(rules()).containsExactly("SP2", "SP1");
        var byName =
                $(NativeButton.class).all().stream()
                        .filter(each -> each.getText().equals("Rule"))
                        .findFirst()
                        .orElseThrow();
        test(byName).click();
        assertThat(rules()).containsExactly("SP1", "SP2");
        test(byName).click();
        assertThat(rules()).containsExactly("SP2", "SP1");
    }

    private List<String> rules() {
        return $(NativeTableRow.class).all().stream()
                .map(row -> textOf(row.getComponentAt(0)))
                .filter(text -> text.startsWith("SP"))
                .toList();
    }

    @Test
    void onlyGatesThatLookAtThisRunAreShown() {
        var run = evaluations.complete(1, SET);
        var gate = new Gate(Gate.Kind.RECALL, 0.95);
        evaluations.measured(
                new GateResult(gate, GateResult.Status.FAILED, 0.88, run.id(), "Measured."));
        assertThat(textOf(open(run, RoleName.AUDITOR)))
                .contains("at least 95.0 %", "Failed", "gate 95.0 %");
        var later = evaluations.complete(1, SET);
        assertThat(textOf(open(later, RoleName.AUDITOR))).contains("No gate looks at this run");
    }

    @Test
    void aRunIsCancelledOnlyAfterAQuestion() {
        var run = evaluations.complete(1, SET);
        run = evaluations.judge(run.id(), 40, 200);
        var view = open(run, RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Cancel run").single()).click();
        assertThat(evaluations.get(run.id()).state()).isEqualTo(Evaluation.State.RUNNING);
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(evaluations.get(run.id()).state()).isEqualTo(Evaluation.State.CANCELLED);
        assertThat(textOf(view)).contains("Cancelled", "40 of 200 judged");
    }

    @Test
    void whoMayNotRunIsOfferedNothing() {
        open(evaluations.complete(1, SET), RoleName.REVIEWER);
        assertThat($(Button.class).withText("Run again").all()).isEmpty();
    }

    @Test
    void aRunIsRepeatedOnTheSameSet() {
        open(evaluations.complete(1, SET), RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Run again").single()).click();
        assertThat(evaluations.list("spam", null).items())
                .hasSize(2)
                .allMatch(run -> run.source().equals(new Golden(7, "ef".repeat(32))));
    }

    @Test
    void figuresLeadToTheCasesBehindThem() {
        var run = evaluations.complete(1, SET);
        open(run, RoleName.AUDITOR);
        var cases = CaseFilter.ALL.address(run);
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .contains(
                        cases,
                        CaseFilter.cell(Outcome.VIOLATES, Outcome.SAFE).address(run),
                        CaseFilter.PROTECTED_WRONG.address(run),
                        CaseFilter.ofRule("SP1").address(run),
                        CaseFilter.ofLanguage("und").address(run));
        open(run, RoleName.POLICY_APPROVER);
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .as("of who may not see contents")
                .noneMatch(href -> href.startsWith(cases));
    }

    @Test
    void anotherVersionIsRunOnTheSameItems() {
        var source = new Replay(1_000, null);
        open(evaluations.complete(4, source), RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Run another version on the same items").single()).click();
        var dialog = $(Dialog.class).single();
        assertThat(textOf(dialog)).contains("itself judged live are left out");
        test($(Button.class).withText("Start").single()).click();
        assertThat(evaluations.list("spam", null).items())
                .extracting(run -> run.policyVersion().number())
                .containsExactly(1, 4);
        assertThat(evaluations.list("spam", null).items())
                .allMatch(run -> run.source().equals(source));
    }

    @Test
    void aRunOnTheCasesOfAnotherLeadsToIt() {
        var run = evaluations.complete(4, SET);
        var again =
                new Evaluation(
                        new EvaluationId(UUID.randomUUID()),
                        run.policyVersion(),
                        SET,
                        run.state(),
                        run.progress(),
                        "ava",
                        run.createdAt(),
                        run.finishedAt(),
                        run.id());
        var pinned = new Pinned(Measured.report(again));
        UI.getCurrent().add(pinned);
        assertThat($(Anchor.class).withText("an earlier run").single().getHref())
                .isEqualTo(RunWords.address("spam", run.id()));
    }

    @Test
    void aReportIsAFileInThreeForms() {
        open(evaluations.complete(1, SET), RoleName.AUDITOR);
        assertThat($(FileLink.class).all().stream().map(FileLink::getText))
                .containsExactly("CSV", "JSON", "PDF");
        assertThat(files).as("nothing is written before somebody asks").isEmpty();
    }

    @Test
    void lengthsOfReasoningAreToldWhereRightAndWhereWrong() {
        assertThat(textOf(open(evaluations.complete(1, SET), RoleName.AUDITOR)))
                .contains("How long the reasoning is", "1,204");
    }

    @Test
    void beforeTheFirstVerdictThereAreNoFigures() {
        var run = evaluations.complete(1, SET);
        var view = open(evaluations.judge(run.id(), 0, 200), RoleName.AUDITOR);
        assertThat(textOf(view)).contains("No case is judged yet").doesNotContain("Accuracy");
    }

    private RunView open(Evaluation run, String role) {
        var view =
                new RunView(
                        evaluations,
                        new FakeEvaluationReportApi(evaluations),
                        new FakePolicyApi().copies(2).live(),
                        (path, variables, to) -> files.add(path + variables.get("format")),
                        role::equals);
        view.show(run);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(view);
        return view;
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
