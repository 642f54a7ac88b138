package dev.precept.console.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.precept.console.testing.FakeLedgerApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.ledger.LedgerEntry;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class LedgerViewTest extends BrowserlessTest {

    private final FakeLedgerApi ledger = new FakeLedgerApi();

    @Test
    void entriesAreShownNewestFirstWithTimeAndZone() {
        add(1, "ava", "policy.created");
        add(2, "ben", "policy.version.approved");
        var text = open().getElement().getTextRecursively();
        assertThat(text.indexOf("policy.version.approved"))
                .isLessThan(text.indexOf("policy.created"));
        assertThat(text).contains("1 Mar 2026, 12:00:00 Z").contains("sha256", "ab12");
    }

    @Test
    void filtersNarrowTheList() {
        add(1, "ava", "policy.created");
        add(2, "ben", "policy.version.approved");
        var view = open();
        $(TextField.class).withCaption("Actor").single().setValue("ava");
        test($(Button.class).withText("Show").single()).click();
        assertThat(view.getElement().getTextRecursively()).doesNotContain("approved");
    }

    @Test
    void theExportHasALineForEveryEntryShown() {
        add(1, "ava", "policy.created");
        add(2, "ben", "policy.version.approved");
        add(3, "ben", "alias.pointed");
        var view = open();
        assertThat(view.export().lines()).hasSize(2);
        test($(Button.class).withText("Load more").single()).click();
        assertThat(view.export().lines()).hasSize(3).first().asString().contains("alias.pointed");
    }

    private void add(long sequence, String actor, String type) {
        ledger.add(
                new LedgerEntry(
                        sequence,
                        Samples.NOW,
                        actor,
                        type,
                        "policy:spam",
                        Map.of("sha256", "ab12")));
    }

    private LedgerView open() {
        var view = new LedgerView(ledger);
        UI.getCurrent().add(view);
        test($(Button.class).withText("Show").single()).click();
        return view;
    }
}
