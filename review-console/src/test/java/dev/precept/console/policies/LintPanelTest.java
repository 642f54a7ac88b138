package dev.precept.console.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintReport.Fix;
import dev.precept.contracts.policy.LintReport.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class LintPanelTest extends BrowserlessTest {

    private static final String TEXT = "one\nIt is usually loud\nthree";
    private static final Finding VAGUE =
            new Finding(
                    2,
                    7,
                    14,
                    Severity.WARNING,
                    "vague-word",
                    "\"usually\" leaves the decision open.",
                    "Chance decides.",
                    "Say when.",
                    new Fix("Take \"usually\" out", 2, 7, 2, 15, ""));

    private final List<Object> done = new ArrayList<>();
    private String editor = TEXT;

    private final LintPanel.Listener listener =
            new LintPanel.Listener() {
                @Override
                public void jump(Finding finding) {
                    done.add(finding);
                }

                @Override
                public void mend(String mended) {
                    done.add(mended);
                }

                @Override
                public String text() {
                    return editor;
                }
            };

    @Test
    void aFindingShowsItsPlaceItsReasonAndMendsInOneClick() {
        var panel = open(listener);
        assertThat(panel.getElement().getTextRecursively())
                .contains("1 hint, no errors", "usually", "Chance decides.", "Say when.");
        test($(Button.class).withText("line 2").single()).click();
        test($(Button.class).withText("Take \"usually\" out").single()).click();
        assertThat(done).containsExactly(VAGUE, "one\nIt is loud\nthree");
    }

    @Test
    void aTextThatMovedOnIsNotMended() {
        open(listener);
        editor = "another\n" + TEXT;
        test($(Button.class).withText("Take \"usually\" out").single()).click();
        assertThat(done).isEmpty();
    }

    @Test
    void whoReadsOnlyHasNothingToClick() {
        open(null);
        assertThat($(Button.class).all()).isEmpty();
    }

    private LintPanel open(LintPanel.@Nullable Listener editing) {
        var report = new LintReport(List.of(VAGUE), 12);
        var panel =
                editing == null
                        ? new LintPanel(report, TEXT)
                        : new LintPanel(report, TEXT, editing);
        UI.getCurrent().add(panel);
        return panel;
    }
}
