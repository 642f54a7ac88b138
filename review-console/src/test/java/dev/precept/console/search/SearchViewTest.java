package dev.precept.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.precept.console.content.SensitiveLine;
import dev.precept.console.testing.FakeItemApi;
import dev.precept.console.testing.ReadOnlyPolicies;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.ItemSummary;
import dev.precept.contracts.verdict.Outcome;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class SearchViewTest extends BrowserlessTest {

    private static final int HEADER = 1;

    private final FakeItemApi items = new FakeItemApi();

    @Test
    void rowsAreLoadedPageByPage() {
        addItems(60);
        open();
        assertThat($(NativeTableRow.class).all()).hasSize(50 + HEADER);
        test($(Button.class).withText("Load more").single()).click();
        assertThat($(NativeTableRow.class).all()).hasSize(60 + HEADER);
        assertThat($(Button.class).withText("Load more").all()).isEmpty();
    }

    @Test
    void contentIsBlurredAndNeverInAnAttribute() {
        addItems(1);
        open();
        var line = $(SensitiveLine.class).single();
        assertThat(line.getClassNames()).contains("blurred");
        test(line).click();
        assertThat(line.getClassNames()).doesNotContain("blurred");
        assertThat(line.getElement().getAttributeNames().map(line.getElement()::getAttribute))
                .noneMatch(value -> value.contains("voucher"));
    }

    @Test
    void anEmptyResultSaysWhatToDo() {
        var view = open();
        assertThat(view.getElement().getTextRecursively()).contains("Take a filter away");
    }

    private void addItems(int count) {
        for (var i = 0; i < count; i++) {
            items.add(
                    new ItemSummary(
                            new ItemId(UUID.randomUUID()),
                            Samples.content(),
                            "order-" + i,
                            "shop",
                            Samples.NOW,
                            i % 5 == 4 ? null : Samples.verdict(Outcome.SAFE)));
        }
    }

    private SearchView open() {
        var view = new SearchView(items, ReadOnlyPolicies.of(Samples.bundle()));
        UI.getCurrent().add(view);
        view.find();
        return view;
    }
}
