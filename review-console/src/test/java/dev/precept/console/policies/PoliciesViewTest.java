package dev.precept.console.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class PoliciesViewTest extends BrowserlessTest {

    private final FakePolicyApi policies = new FakePolicyApi();

    @Test
    void withoutAPolicyThePageSaysWhoWritesTheFirst() {
        assertThat(textOf(open(RoleName.AUDITOR)))
                .contains("No policy yet", "An author writes the first one.");
    }

    @Test
    void aPolicyIsShownWithWhatIsLiveAndItsNewestVersion() {
        policies.live();
        assertThat(textOf(open(RoleName.AUDITOR)))
                .contains("Spam and scams", "trust", "version 1", "Approved");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("policies/spam");
    }

    @Test
    void aPolicyWithOnlyADraftHasNothingLive() {
        policies.with(PolicyVersionStatus.DRAFT);
        assertThat(textOf(open(RoleName.AUDITOR))).contains("—", "Draft");
    }

    @Test
    void onlyAuthorsAreOfferedANewPolicy() {
        open(RoleName.POLICY_APPROVER);
        assertThat($(Button.class).withText("New policy").all()).isEmpty();
        open(RoleName.POLICY_AUTHOR);
        assertThat($(Button.class).withText("New policy").all()).hasSize(1);
    }

    @Test
    void aRefusalIsLeftToTheFailurePage() {
        policies.failWith(new PreceptException(ErrorCode.FORBIDDEN, "You are no person here."));
        assertThatThrownBy(() -> open(RoleName.AUDITOR)).isInstanceOf(PreceptException.class);
    }

    private PoliciesView open(String role) {
        var view = new PoliciesView(policies, role::equals);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(view);
        return view;
    }

    private static String textOf(PoliciesView view) {
        return view.getElement().getTextRecursively();
    }
}
