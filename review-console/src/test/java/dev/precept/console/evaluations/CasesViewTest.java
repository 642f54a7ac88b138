package dev.precept.console.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.console.testing.FakeEvaluationApi;
import dev.precept.console.testing.FakeEvaluationCaseApi;
import dev.precept.console.testing.Measured;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.evaluation.EvaluationCase.Result;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.EvaluationSource.Golden;
import dev.precept.contracts.evaluation.EvaluationSource.Replay;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class CasesViewTest extends BrowserlessTest {

    private static final EvaluationSource SET = new Golden(7, null);

    private final FakeEvaluationApi evaluations = new FakeEvaluationApi();
    private final FakeEvaluationCaseApi cases = new FakeEvaluationCaseApi();

    @Test
    void theAddressHoldsTheFilterAndNothingElse() {
        var filter =
                new CaseFilter(Outcome.SAFE, Outcome.VIOLATES, Result.WRONG, true, "SP2", "de");
        assertThat(CaseFilter.from(filter.toQuery())).isEqualTo(filter);
        assertThat(CaseFilter.from(QueryParameters.simple(Map.of("result", "nonsense"))))
                .isEqualTo(CaseFilter.ALL);
        var run = evaluations.complete(1, SET);
        assertThat(CaseFilter.ofRule("SP2").address(run))
                .isEqualTo("policies/spam/evaluations/%s/cases?rule=SP2".formatted(run.id()));
    }

    @Test
    void casesAreListedBlurredAsTheAddressSays() {
        threeCases();
        var view = open(RoleName.AUDITOR, SET, CaseFilter.PROTECTED_WRONG);
        assertThat(rows()).containsExactly("2");
        assertThat(textOf(view))
                .contains("Violates→Safe", "Wrong", "Protected")
                .doesNotContain("voucher");
        test($(Button.class).withText("Show all").single()).click();
        assertThat(rows()).containsExactly("1", "2", "3");
        assertThat($(Button.class).withText("Show all").all()).isEmpty();
    }

    @Test
    void onAReplayWhatWasSaidAtTheTimeIsTheMeasure() {
        threeCases();
        var view = open(RoleName.AUDITOR, new Replay(100, null), CaseFilter.ALL);
        assertThat(textOf(view)).contains("Was → is", "Changed", "Unchanged", "No verdict");
    }

    @Test
    void aCaseOpensItsRationaleAndItsNeighbours() {
        threeCases();
        open(RoleName.AUDITOR, SET, CaseFilter.ALL);
        test($(Button.class).withText("Open").all().getFirst()).click();
        var dialog = $(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Case 1: Safe → Safe");
        assertThat(textOf(dialog))
                .contains("Closest to SP2", "Language: German", "240 tokens", "1.50 s")
                .doesNotContain("voucher");
        test($(Button.class).withText("Reveal").single()).click();
        assertThat(textOf(dialog)).contains("voucher");
        test($(Button.class).withText("Next").single()).click();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Case 2: Violates → Safe");
        test($(Button.class).withText("Next").single()).click();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Case 3: no verdict");
        assertThat(textOf(dialog)).contains("the queue gave the case up", "Language: not known");
    }

    @Test
    void whereThereIsNoSuchCaseItIsSaid() {
        assertThat(textOf(open(RoleName.AUDITOR, SET, CaseFilter.ofRule("SP9"))))
                .contains("No such case", "Show all");
    }

    @Test
    void whoMayNotSeeContentsSeesNone() {
        threeCases();
        assertThat(textOf(open(RoleName.POLICY_APPROVER, SET, CaseFilter.ALL)))
                .contains("shown to authors");
        assertThat(rows()).isEmpty();
    }

    private void threeCases() {
        cases.with(Measured.judged(1, Outcome.SAFE, Outcome.SAFE, "de"))
                .with(Measured.judged(2, Outcome.VIOLATES, Outcome.SAFE, "en"))
                .with(Measured.judged(3, Outcome.SAFE, null, null));
    }

    private CasesView open(String role, EvaluationSource source, CaseFilter filter) {
        var view = new CasesView(evaluations, cases, role::equals);
        view.show(evaluations.complete(1, source), filter);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(view);
        return view;
    }

    private List<String> rows() {
        return $(NativeTableRow.class).all().stream()
                .map(row -> textOf(row.getComponentAt(0)))
                .filter(text -> text.matches("[0-9]+"))
                .toList();
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
