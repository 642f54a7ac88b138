package dev.precept.console.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.FakeProse;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class ComparePanelTest extends BrowserlessTest {

    private final FakePolicyApi policies = new FakePolicyApi().with(PolicyVersionStatus.APPROVED);
    private final FakeProse prose = new FakeProse();

    @Test
    void theAddressChoosesWhatIsCompared() {
        var text = open("from=1&to=3").getElement().getTextRecursively();
        assertThat(chosen()).containsExactly(1, 3);
        assertThat(text).contains("Both versions have the same text.");
    }

    @Test
    void withoutAnAddressTheNewestTwoAreCompared() {
        open("from=seven");
        assertThat(chosen()).containsExactly(2, 3);
    }

    @Test
    void aPrivateDraftIsToldAsSuch() {
        prose.hides();
        assertThat(open("").getElement().getTextRecursively())
                .contains("A private draft", "It is a draft of eve.");
    }

    @SuppressWarnings("unchecked")
    private List<Integer> chosen() {
        return $(ComboBox.class).all().stream()
                .map(box -> ((ComboBox<PolicyVersionSummary>) box).getValue().number())
                .toList();
    }

    private ComparePanel open(String query) {
        Policy policy = policies.get("spam");
        var shown = policies.versions("spam").getFirst();
        var versions = IntStream.of(3, 2, 1).mapToObj(number -> numbered(shown, number)).toList();
        var panel =
                new ComparePanel(
                        policies,
                        prose.rooms(policies),
                        new PolicyPage(
                                policy,
                                () -> versions,
                                QueryParameters.fromString(query),
                                () -> {}));
        UI.getCurrent().add(panel);
        return panel;
    }

    private static PolicyVersionSummary numbered(PolicyVersionSummary like, int number) {
        return new PolicyVersionSummary(
                like.slug(),
                number,
                like.status(),
                like.revision(),
                like.sha256(),
                like.author(),
                like.createdAt(),
                like.updatedAt(),
                like.submittedAt(),
                like.approvedBy(),
                like.approvedAt(),
                like.aliases());
    }
}
