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
import dev.precept.console.testing.Measured;
import dev.precept.console.testing.Samples;
import dev.precept.console.ui.FileLink;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.evaluation.EvaluationSource.Golden;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class CompareViewTest extends BrowserlessTest {

    private final FakeEvaluationApi evaluations = new FakeEvaluationApi();

    @Test
    void theTestIsSaidInWords() {
        twoFlips();
        evaluations.mcNemar(0.0031);
        assertThat(textOf(open(RoleName.AUDITOR, FlipFilter.ALL)))
                .contains("Version 2 against version 1")
                .contains("The difference is larger than chance: p = 0.003.")
                .contains("Version 2 mends 1 case and breaks 1 case.");
        evaluations.mcNemar(0.41);
        assertThat(textOf(open(RoleName.AUDITOR, FlipFilter.ALL)))
                .contains("may well be chance: p = 0.41.", "More cases would tell.");
    }

    @Test
    void flipsAreFilteredByTheirKind() {
        twoFlips();
        open(RoleName.AUDITOR, FlipFilter.ALL);
        assertThat(rows()).isEqualTo(2);
        test($(Button.class).withText("Wrong before, right now · 1").single()).click();
        assertThat(rows()).isEqualTo(1);
        assertThat(text()).contains("Safe→Violates").doesNotContain("Violates→Safe");
    }

    @Test
    void anAddressHoldsTheFilter() {
        var filter = FlipFilter.of(Change.STILL_WRONG);
        assertThat(FlipFilter.from(filter.toQuery())).isEqualTo(filter);
        assertThat(FlipFilter.from(QueryParameters.simple(Map.of("was", "nonsense"))))
                .isEqualTo(FlipFilter.ALL);
        twoFlips();
        open(RoleName.AUDITOR, new FlipFilter(Outcome.VIOLATES, null, null));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aFlipOpensBothRationalesWithItsContentBlurred() {
        twoFlips();
        open(RoleName.AUDITOR, FlipFilter.ALL);
        test($(Button.class).withText("Open").all().getFirst()).click();
        var dialog = $(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Case 1: Violates → Safe");
        assertThat(textOf(dialog))
                .contains("Version 1 said", "Version 2 says", "Closest to SP2")
                .doesNotContain("voucher");
        test($(Button.class).withText("Reveal").single()).click();
        assertThat(textOf(dialog)).contains("voucher");
    }

    @Test
    void inADialogTheNextFlipIsOneKeyAwayAlsoAcrossPages() {
        for (int position = 1; position <= 60; position++) {
            evaluations.flip(Measured.flip(position, Outcome.SAFE, Outcome.SAFE, Outcome.VIOLATES));
        }
        open(RoleName.AUDITOR, FlipFilter.ALL);
        assertThat(rows()).isEqualTo(50);
        test($(Button.class).withText("Open").all().get(49)).click();
        var dialog = $(Dialog.class).single();
        test($(Button.class).withText("Next").single()).click();
        assertThat(dialog.getHeaderTitle()).startsWith("Case 51:");
        assertThat(rows()).isEqualTo(60);
        test($(Button.class).withText("Previous").single()).click();
        assertThat(dialog.getHeaderTitle()).startsWith("Case 50:");
    }

    @Test
    void comparisonsAreFilesAndFlipsForThoseWhoMaySeeContents() {
        twoFlips();
        open(RoleName.AUDITOR, FlipFilter.ALL);
        assertThat(files()).containsExactly("CSV", "JSON", "PDF", "CSV", "JSONL");
        open(RoleName.POLICY_APPROVER, FlipFilter.ALL);
        assertThat(files()).containsExactly("CSV", "JSON", "PDF");
    }

    private List<String> files() {
        return $(FileLink.class).all().stream().map(FileLink::getText).toList();
    }

    @Test
    void whoMayNotSeeContentsSeesTheFiguresOnly() {
        twoFlips();
        assertThat(textOf(open(RoleName.POLICY_APPROVER, FlipFilter.ALL)))
                .contains("Flipped", "The cases themselves are shown to");
        assertThat(rows()).isZero();
    }

    @Test
    void runsThatAgreeSaySo() {
        assertThat(textOf(open(RoleName.AUDITOR, FlipFilter.ALL)))
                .contains("No case flipped", "no difference to test");
    }

    private void twoFlips() {
        evaluations
                .flip(Measured.flip(1, Outcome.VIOLATES, Outcome.VIOLATES, Outcome.SAFE))
                .flip(Measured.flip(2, Outcome.VIOLATES, Outcome.SAFE, Outcome.VIOLATES));
    }

    private CompareView open(String role, FlipFilter filter) {
        var before = evaluations.complete(1, new Golden(7, null));
        var now = evaluations.complete(2, new Golden(7, null));
        var view = new CompareView(evaluations, (_, _, _) -> {}, role::equals);
        view.show(before, now, filter);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(view);
        return view;
    }

    private long rows() {
        return $(NativeTableRow.class).all().stream()
                .filter(row -> row.getElement().getTextRecursively().contains("Open"))
                .count();
    }

    private String text() {
        return $(NativeTableRow.class).all().stream()
                .map(CompareViewTest::textOf)
                .reduce("", String::concat);
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
