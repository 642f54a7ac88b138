package dev.precept.console.tryit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.PlaygroundApi;
import dev.precept.contracts.intake.PlaygroundRequest;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.JobStatus;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

@ViewPackages(classes = Samples.class)
class TryItViewTest extends BrowserlessTest {

    private final FakePolicyApi policies = new FakePolicyApi();
    private final FakePlayground playground = new FakePlayground();

    @Test
    void aTextGetsItsVerdictWithTheCitedRule() {
        policies.live();
        var view = open();
        classify("You won a prize");
        assertThat(playground.asked)
                .singleElement()
                .satisfies(request -> assertThat(request.policy()).isEqualTo("spam@live"));
        assertThat(textOf(view)).contains("Violates", "SP2", "The policy, with the cited rule");
        assertThat(view.getElement().getOuterHTML()).contains("class=\"cited\"");
    }

    @Test
    void aDraftIsTriedAsItStands() {
        policies.with(PolicyVersionStatus.DRAFT);
        open();
        classify("You won a prize");
        assertThat(playground.asked)
                .extracting(PlaygroundRequest::policy)
                .containsExactly("spam@1");
    }

    @Test
    void nothingIsAskedWithoutAText() {
        policies.live();
        var view = open();
        classify("  ");
        assertThat(playground.asked).isEmpty();
        assertThat(textOf(view)).contains("Something is missing");
    }

    @Test
    void withoutAPolicyThePageSaysWhatComesFirst() {
        assertThat(textOf(open())).contains("No policy to try");
        assertThat($(Button.class).withText("Classify").single().isEnabled()).isFalse();
    }

    @Test
    void aVerdictThatDoesNotComeIsExplained() {
        policies.live();
        playground.reason = "No engine could be loaded.";
        var view = open();
        classify("You won a prize");
        assertThat(textOf(view))
                .contains("No verdict yet", "No engine could be loaded.", "Look at Operations");
    }

    @Test
    void theModelIsReadAlongUntilItsVerdictIsThere() {
        policies.live();
        playground.reason = "waiting";
        playground.thought = "The content says prize, which SP2 names.";
        var view = open();
        classify("You won a prize");
        assertThat(textOf(view)).contains("The model is thinking", "which SP2 names");
        playground.reason = null;
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(textOf(view)).contains("Violates").doesNotContain("The model is thinking");
    }

    @Test
    void afterARefusalTheTextIsStillThereAndCanBeSentAgain() {
        policies.live();
        playground.refusal = new PreceptException(ErrorCode.OVERLOADED, "Come back in 5 seconds.");
        var view = open();
        assertThatThrownBy(() -> classify("You won a prize")).isSameAs(playground.refusal);
        assertThat(textArea().getValue()).isEqualTo("You won a prize");
        playground.refusal = null;
        classify("You won a prize");
        assertThat(textOf(view)).contains("Violates");
    }

    @Test
    void earlierTriesAreRememberedWithoutTheirWords() {
        policies.live();
        var view = open();
        for (var i = 0; i < 12; i++) {
            classify("You won a prize");
        }
        assertThat(view.remembered()).hasSize(11).first().isEqualTo("This session");
        assertThat(view.remembered())
                .noneMatch(line -> line.contains("prize"))
                .last()
                .asString()
                .contains("message of 15 characters");
    }

    private void classify(String text) {
        textArea().setValue(text);
        test($(Button.class).withText("Classify").single()).click();
    }

    private TextArea textArea() {
        return $(TextArea.class).withCaption("Content").single();
    }

    private TryItView open() {
        var view = new TryItView(playground, policies);
        UI.getCurrent().add(view);
        return view;
    }

    private static String textOf(TryItView view) {
        return view.getElement().getTextRecursively();
    }

    /// Answers at once, or says why there is no answer.
    private static final class FakePlayground implements PlaygroundApi {

        private final List<PlaygroundRequest> asked = new ArrayList<>();
        private @Nullable String reason;
        private @Nullable String thought;
        private @Nullable PreceptException refusal;

        @Override
        public ResponseEntity<Classification> tryOut(PlaygroundRequest request, int wait) {
            if (refusal != null) {
                throw refusal;
            }
            asked.add(request);
            return reason == null
                    ? ResponseEntity.ok(answer(List.of(Samples.verdict(Outcome.VIOLATES))))
                    : ResponseEntity.accepted().body(answer(List.of()));
        }

        private Classification answer(List<Verdict> verdicts) {
            var waiting =
                    new Classification.Outstanding(
                            new JobId(UUID.randomUUID()),
                            new PolicyVersionRef("spam", 1, Samples.SHA),
                            JobStatus.QUEUED,
                            1,
                            reason,
                            thought);
            return new Classification(
                    new ItemId(UUID.randomUUID()),
                    verdicts.isEmpty() ? Classification.Status.PENDING : Classification.Status.DONE,
                    null,
                    Samples.NOW,
                    verdicts,
                    verdicts.isEmpty() ? List.of(waiting) : List.of());
        }

        @Override
        public Classification get(ItemId id) {
            return answer(reason == null ? List.of(Samples.verdict(Outcome.VIOLATES)) : List.of());
        }
    }
}
