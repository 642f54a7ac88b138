package dev.precept.console.prose;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.FakeProse;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.policy.CitedRule;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class CitedRulesDialogTest extends BrowserlessTest {

    private final FakePolicyApi policies = new FakePolicyApi().with(PolicyVersionStatus.DRAFT);
    private final List<PolicyVersion> submitted = new ArrayList<>();

    @Test
    void whatIsSaidIsWrittenIntoTheDraftAndSubmitted() {
        open(
                new CitedRule("SP7", 1, 2, false, null, "", "SP1"),
                new CitedRule("SP8", 0, 1, false, null, "", null),
                new CitedRule("SP9", 0, 1, true, "SP1", "", null));
        var boxes = $(ComboBox.class).all();
        assertThat(boxes).hasSize(2);
        assertThat(boxes.getFirst().getLabel())
                .isEqualTo("SP7, cited by 1 open case and 2 golden cases");
        assertThat(boxes.getFirst().getValue()).isEqualTo("SP1");
        assertThat(submit().isEnabled()).isFalse();
        @SuppressWarnings("unchecked")
        var second = (ComboBox<String>) boxes.getLast();
        second.setValue("None of them");
        assertThat(submit().isEnabled()).isFalse();
        $(TextField.class).withCaption("Because").all().getLast().setValue("nobody used it");
        test(submit()).click();
        assertThat(policies.text())
                .contains("replaced:\n  SP7: SP1\n  SP8: \"none, because nobody used it\"\n---");
        assertThat(submitted)
                .singleElement()
                .extracting(version -> version.summary().status())
                .isEqualTo(PolicyVersionStatus.IN_REVIEW);
        assertThat($(Dialog.class).all()).noneMatch(Dialog::isOpened);
    }

    private Button submit() {
        return $(Button.class).withText("Write it down and submit").single();
    }

    private void open(CitedRule... rules) {
        var shown = policies.version("spam", 1);
        var version =
                new PolicyVersion(
                        shown.summary(),
                        shown.text(),
                        List.of(new Rule("SP1", Rule.Side.VIOLATES, "Advertising.", 9)),
                        List.of(),
                        shown.lint());
        new FakeProse().cites(rules).rooms(policies).settle(version, submitted::add);
    }
}
