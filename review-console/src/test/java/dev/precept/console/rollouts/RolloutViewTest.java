package dev.precept.console.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import dev.precept.console.testing.FakeActivationApi;
import dev.precept.console.testing.FakeAliasApi;
import dev.precept.console.testing.FakeBreakGlassApi;
import dev.precept.console.testing.FakeRolloutApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.rollout.RolloutAction;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class RolloutViewTest extends BrowserlessTest {

    private final FakeRolloutApi rollouts = new FakeRolloutApi().halted();

    @Test
    void whatAnEndedRolloutWasAndWhyItEndedCanStillBeRead() {
        rollouts.abort("spam", rollouts.now().id(), new RolloutAction("It is worse."));
        var view = open(RoleName.AUDITOR);
        assertThat(view.getPageTitle()).isEqualTo("Canary of version 2 · spam");
        assertThat(textOf(view))
                .contains("Beside version 1 at live, started by ben.", "Aborted", "Ended at 5 %")
                .contains("Halted by precept: 9 of 60 disagree", "Aborted by ben: It is worse.")
                .contains("at most 10.0 %; limit 5.0 %", "Where version 2 says something else");
        assertThat($(Button.class).withText("Open").all()).hasSize(3);
    }

    @Test
    void itIsReadOnlyAlsoWhileTheRolloutIsOpen() {
        var view = open(RoleName.POLICY_ACTIVATOR);
        assertThat(textOf(view)).contains("Halted by itself.").doesNotContain("something else");
        assertThat($(Button.class).all()).isEmpty();
    }

    private RolloutView open(String role) {
        var view =
                new RolloutView(
                        new Desk(
                                rollouts,
                                new FakeActivationApi(),
                                new FakeBreakGlassApi(),
                                new FakeAliasApi(),
                                role::equals));
        view.show(rollouts.now());
        UI.getCurrent().removeAll();
        UI.getCurrent().add(view);
        return view;
    }

    private static String textOf(RolloutView view) {
        return view.getElement().getTextRecursively();
    }
}
