package dev.precept.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import dev.precept.console.testing.Samples;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;

@ViewPackages(classes = Samples.class)
class RefreshTest extends BrowserlessTest {

    private static final RuntimeException GONE =
            new ResourceAccessException("refused", new ConnectException());

    private Runnable again = () -> {};

    @Test
    void theBrowserAsksOnlyWhileItIsOnThePage() {
        var refresh = new Refresh(2_000, () -> again.run());
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        UI.getCurrent().add(refresh);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(2_000);
        UI.getCurrent().remove(refresh);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void onceStoppedItNeverAsksAgain() {
        var refresh = new Refresh(2_000, () -> again.run());
        UI.getCurrent().add(refresh);
        refresh.stop();
        UI.getCurrent().remove(refresh);
        UI.getCurrent().add(refresh);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void whileTheRegistryIsAwayItSaysThatWhatIsShownIsOld() {
        var refresh = new Refresh(2_000, () -> again.run());
        UI.getCurrent().add(refresh);
        again =
                () -> {
                    throw GONE;
                };
        refresh.tick();
        assertThat(refresh.isVisible()).isTrue();
        again = () -> {};
        refresh.tick();
        assertThat(refresh.isVisible()).isFalse();
    }

    @Test
    void aFaultOfOursIsNotTakenForAnAbsence() {
        var refresh =
                new Refresh(
                        2_000,
                        () -> {
                            throw new IllegalStateException("ours");
                        });
        UI.getCurrent().add(refresh);
        assertThatIllegalStateException().isThrownBy(refresh::tick).withMessage("ours");
    }
}
