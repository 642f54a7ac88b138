package dev.precept.console.prose;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.LintLevel;
import dev.precept.contracts.policy.LintSettings;
import dev.precept.contracts.policy.LintSettingsApi;
import dev.precept.contracts.policy.LintSettingsEdit;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class LintSettingsViewTest extends BrowserlessTest {

    private final FakeSettings api = new FakeSettings();

    @Test
    void anApproverRaisesAFindingAndWhatIsFixedCannotBeTouched() {
        var view = open(RoleName.POLICY_APPROVER);
        assertThat(view.getElement().getTextRecursively())
                .contains("rule-twice", "Always an error", "vague-word");
        @SuppressWarnings("unchecked")
        Select<LintLevel> level = $(Select.class).single();
        assertThat(save().isEnabled()).isFalse();
        level.setValue(LintLevel.ERROR);
        test(save()).click();
        assertThat(api.levels).containsExactly(Map.entry("vague-word", LintLevel.ERROR));
        assertThat(api.basedOn).isEqualTo("\"0\"");
        $(Select.class).single().setValue(LintLevel.WARNING);
        test(save()).click();
        assertThat(api.levels).isEmpty();
        assertThat(api.basedOn).isEqualTo("\"1\"");
    }

    @Test
    void whoeverWasSlowerSeesWhatTheOtherChose() {
        var view = open(RoleName.POLICY_APPROVER);
        api.set("\"0\"", new LintSettingsEdit(Map.of("vague-word", LintLevel.OFF)));
        $(Select.class).single().setValue(LintLevel.ERROR);
        test(save()).click();
        assertThat(view.getElement().getTextRecursively()).contains("ben changed these settings");
        assertThat($(Select.class).single().getValue()).isEqualTo(LintLevel.OFF);
    }

    @Test
    void anAuthorReadsOnly() {
        assertThat(open(RoleName.POLICY_AUTHOR).getElement().getTextRecursively())
                .contains("Approvers change it", "Warning");
        assertThat($(Select.class).all()).isEmpty();
    }

    private Button save() {
        return $(Button.class).withText("Save").single();
    }

    private LintSettingsView open(String role) {
        var view = new LintSettingsView(api, role::equals);
        UI.getCurrent().add(view);
        return view;
    }

    private static final class FakeSettings implements LintSettingsApi {

        private int revision;
        private String basedOn = "";
        private Map<String, LintLevel> levels = Map.of();

        @Override
        public LintSettings get() {
            return new LintSettings(
                    revision,
                    List.of(
                            new LintSettings.Code(
                                    "rule-twice", LintLevel.ERROR, LintLevel.ERROR, true, "Lost."),
                            new LintSettings.Code(
                                    "vague-word",
                                    levels.getOrDefault("vague-word", LintLevel.WARNING),
                                    LintLevel.WARNING,
                                    false,
                                    "Chance.")),
                    "ben",
                    Samples.NOW);
        }

        @Override
        public LintSettings set(String ifMatch, LintSettingsEdit edit) {
            if (!ifMatch.equals("\"" + revision + "\"")) {
                throw new PreceptException(ErrorCode.STALE_WRITE, "It is at " + revision);
            }
            basedOn = ifMatch;
            levels = edit.levels();
            revision++;
            return get();
        }
    }
}
