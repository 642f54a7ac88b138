package dev.precept.console.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.console.content.SensitiveLine;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.testing.FakeGoldenSetApi;
import dev.precept.console.testing.FakeGoldenSetVersionApi;
import dev.precept.console.testing.FakeGoldenUploadApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Samples;
import dev.precept.console.ui.FileLink;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.Replacement;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.Outcome;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class GoldenTabTest extends BrowserlessTest {

    private final FakePolicyApi policies = new FakePolicyApi().with(PolicyVersionStatus.APPROVED);
    private final FakeGoldenSetApi golden = new FakeGoldenSetApi();
    private final FakeGoldenSetVersionApi frozen = new FakeGoldenSetVersionApi();
    private final FakeGoldenUploadApi uploads = new FakeGoldenUploadApi();
    private int reloads;

    @Test
    void anEmptySetSaysWhatAGoldenCaseIs() {
        assertThat(textOf(open(RoleName.REVIEWER))).contains("No golden case yet");
        assertThat($(Button.class).withText("Add a case").all()).isEmpty();
    }

    @Test
    void contentsAreBlurredUntilAskedFor() {
        golden.add("a prize for everybody", Outcome.VIOLATES, "SP2");
        var panel = open(RoleName.REVIEWER);
        assertThat(textOf(panel)).contains("Violates", "SP2").doesNotContain("prize");
        test($(Button.class).withAttribute("aria-label", "Blurred content, reveal").single())
                .click();
        assertThat(textOf(panel)).contains("a prize for everybody");
    }

    @Test
    void aRuleThatWasReplacedStandsWithTheOneThatCountsNow() {
        golden.replaced(new Replacement("SP9", "SP1", ""))
                .replaced(new Replacement("SP8", null, "nobody used it"))
                .add("a prize for everybody", Outcome.VIOLATES, "SP9")
                .add("a garden for everybody", Outcome.VIOLATES, "SP8");
        var panel = open(RoleName.POLICY_AUTHOR);
        assertThat(textOf(panel)).contains("SP9 → SP1", "SP8 → none");
        assertThat(
                        $(Badge.class)
                                .withText("SP8 → none")
                                .single()
                                .getElement()
                                .getAttribute("title"))
                .isEqualTo("No rule stands for SP8 any more: nobody used it");
        test($(Button.class).withText("Change").last()).click();
        assertThat(rules().getHelperText()).contains("SP1 stands for SP9 now");
    }

    @Test
    void aCaseIsAddedByHandWithTheLabelOfItsRule() {
        open(RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Add a case").single()).click();
        assertThat($(Button.class).withText("Add").single().isEnabled()).isFalse();
        write("Win a bicycle today");
        choose("SP2");
        $(Checkbox.class).withCaption("Protected").single().setValue(true);
        test($(Button.class).withText("Add").single()).click();
        var added = golden.list("spam", null).items().getFirst();
        assertThat(added.expected())
                .isEqualTo(new GoldenExpectation(Outcome.VIOLATES, "spam", "SP2"));
        assertThat(added.guarded()).isTrue();
        assertThat(added.source()).isEqualTo("hand");
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void onlyRulesOfTheChosenSideAreOffered() {
        open(RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Add a case").single()).click();
        assertThat(rules().getListDataView().getItems().map(Rule::id))
                .containsExactly("SP1", "SP2");
    }

    @Test
    void aContentThatIsThereAlreadyIsToldAndNothingIsLost() {
        golden.add("Win a bicycle today", Outcome.VIOLATES, null);
        open(RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Add a case").single()).click();
        write("Win a bicycle today");
        test($(Button.class).withText("Add").single()).click();
        assertThat(textOf($(Dialog.class).single())).contains("The set holds this content already");
        assertThat(reloads).isZero();
    }

    @Test
    void frozenSetsAreListedWithTheirHash() {
        golden.add("a tidy message", Outcome.SAFE, null);
        var panel = open(RoleName.POLICY_AUTHOR);
        assertThat(textOf(panel)).contains("No set is frozen yet");
        test($(Button.class).withText("Freeze as it stands").single()).click();
        assertThat(textOf(panel)).contains("ef".repeat(32), "by ava");
    }

    @Test
    void aFileThatWaitsForADecisionIsNotForgotten() {
        uploads.wrong();
        assertThat(textOf(open(RoleName.POLICY_AUTHOR)))
                .contains("A file of 3 rows by ava is not imported yet.", "Go on with it");
        assertThat(textOf(open(RoleName.REVIEWER))).doesNotContain("A file of");
    }

    @Test
    void setsAreExportedAsFiles() {
        golden.add("a tidy message", Outcome.SAFE, null);
        frozen.freeze("spam");
        open(RoleName.REVIEWER);
        assertThat($(FileLink.class).all().stream().map(FileLink::getText))
                .containsExactlyInAnyOrder("Export as CSV", "Export as JSONL", "CSV", "JSONL");
    }

    @Test
    void casesAreFoundByWordsAndExpectation() {
        golden.add("a tidy message", Outcome.SAFE, null)
                .add("a prize for everybody", Outcome.VIOLATES, "SP2");
        open(RoleName.REVIEWER);
        assertThat(rows()).isEqualTo(2);
        $(TextField.class).withCaption("Words in content or note").single().setValue("prize");
        assertThat(rows()).isEqualTo(1);
        $(TextField.class).withCaption("Words in content or note").single().setValue("nothing");
        assertThat(rows()).isZero();
        assertThat(textOf(UI.getCurrent())).contains("No case matches");
    }

    @Test
    void aCaseIsChangedAndItsContentStaysBlurred() {
        golden.add("a tidy message", Outcome.VIOLATES, null);
        open(RoleName.REVIEW_LEAD);
        test($(Button.class).withText("Change").single()).click();
        assertThat(textOf($(Dialog.class).single())).doesNotContain("tidy");
        $(TextArea.class).withCaption("Note").single().setValue("Nothing is sold.");
        $(Checkbox.class).withCaption("Protected").single().setValue(true);
        test($(Button.class).withText("Save").single()).click();
        var now = golden.list("spam", null).items().getFirst();
        assertThat(now.note()).isEqualTo("Nothing is sold.");
        assertThat(now.guarded()).isTrue();
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void whoIsSlowerIsToldAndChangesNothing() {
        golden.add("a tidy message", Outcome.VIOLATES, null);
        open(RoleName.REVIEW_LEAD);
        test($(Button.class).withText("Change").single()).click();
        golden.retire("spam", golden.list("spam", null).items().getFirst().id());
        test($(Button.class).withText("Save").single()).click();
        assertThat($(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(golden.list("spam", null).items()).isEmpty();
    }

    @Test
    void aCaseIsTakenOutOfUseOnlyAfterAQuestion() {
        golden.add("a tidy message", Outcome.VIOLATES, null);
        open(RoleName.REVIEW_LEAD);
        test($(Button.class).withText("Change").single()).click();
        test($(Button.class).withText("Take out of use").single()).click();
        assertThat(golden.list("spam", null).items()).hasSize(1);
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(golden.list("spam", null).items()).isEmpty();
    }

    private long rows() {
        return $(SensitiveLine.class).all().size();
    }

    private void write(String text) {
        $(TextArea.class).withCaption("Content").single().setValue(text);
    }

    private void choose(String rule) {
        rules().getListDataView()
                .getItems()
                .filter(each -> each.id().equals(rule))
                .findFirst()
                .ifPresent(rules()::setValue);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Rule> rules() {
        return $(ComboBox.class).withCaption("By the rule").single();
    }

    private Component open(String role) {
        var page =
                new PolicyPage(
                        policies.get("spam"),
                        () -> policies.versions("spam"),
                        QueryParameters.empty(),
                        () -> reloads++);
        var panel =
                new GoldenTab(
                                golden,
                                frozen,
                                uploads,
                                policies,
                                (path, variables, to) -> {},
                                role::equals)
                        .open(page);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel);
        return panel;
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
