package dev.precept.console.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.precept.console.rights.Rights;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.PolicyVersionStatus;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class VersionTableTest extends BrowserlessTest {

    private static final int HEADER = 1;

    private final FakePolicyApi policies = new FakePolicyApi().with(PolicyVersionStatus.APPROVED);

    @Test
    void manyVersionsComePageByPage() {
        open(policies.copies(60), _ -> false);
        assertThat($(NativeTableRow.class).all()).hasSize(HEADER + 25);
        assertThat(text()).contains("25 shown");
        test($(Button.class).withText("Load more").single()).click();
        test($(Button.class).withText("Load more").single()).click();
        assertThat($(NativeTableRow.class).all()).hasSize(HEADER + 60);
        assertThat(text()).contains("60 in all");
        assertThat($(Button.class).withText("Load more").all()).isEmpty();
    }

    @Test
    void columnOfActionsIsThereForThoseWhoMayMakeAVersionLive() {
        open(policies, _ -> false);
        assertThat(text()).doesNotContain("Actions");
        open(policies, RoleName.POLICY_ACTIVATOR::equals);
        assertThat(text()).contains("Actions");
    }

    @Test
    void withoutVersionsThePageSaysHowToBegin() {
        open(policies.copies(0), _ -> false);
        assertThat(text()).contains("No version yet");
    }

    private static void open(FakePolicyApi policies, Rights rights) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new VersionTable(policies, policies.get("spam"), rights, () -> {}));
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
