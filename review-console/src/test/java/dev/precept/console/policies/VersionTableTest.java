package dev.precept.console.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class VersionTableTest extends BrowserlessTest {

    private static final int HEADER = 1;

    private final FakePolicyApi policies = new FakePolicyApi().with(PolicyVersionStatus.APPROVED);

    @Test
    void manyVersionsComePageByPage() {
        var version = policies.versions("spam").getFirst();
        open(Collections.nCopies(120, version));
        assertThat($(NativeTableRow.class).all()).hasSize(HEADER + 50);
        assertThat(text()).contains("50 shown");
        test($(Button.class).withText("Load more").single()).click();
        test($(Button.class).withText("Load more").single()).click();
        assertThat($(NativeTableRow.class).all()).hasSize(HEADER + 120);
        assertThat(text()).contains("120 in all");
        assertThat($(Button.class).withText("Load more").all()).isEmpty();
    }

    @Test
    void withoutVersionsThePageSaysHowToBegin() {
        open(List.of());
        assertThat(text()).contains("No version yet");
    }

    private void open(List<PolicyVersionSummary> versions) {
        UI.getCurrent().removeAll();
        UI.getCurrent()
                .add(
                        new VersionTable(
                                policies, policies.get("spam"), versions, _ -> false, () -> {}));
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
