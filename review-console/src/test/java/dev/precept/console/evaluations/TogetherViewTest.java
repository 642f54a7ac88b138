package dev.precept.console.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import dev.precept.console.testing.FakeEvaluationApi;
import dev.precept.console.testing.FakeEvaluationReportApi;
import dev.precept.console.testing.ReadOnlyPolicies;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationSource.Golden;
import dev.precept.contracts.evaluation.EvaluationSource.Replay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class TogetherViewTest extends BrowserlessTest {

    private static final Golden SET = new Golden(7, null);

    private final FakeEvaluationApi evaluations = new FakeEvaluationApi();
    private final FakeEvaluationReportApi reports = new FakeEvaluationReportApi(evaluations);

    @Test
    void withFewerThanTwoPoliciesThatWereRunThePageSaysWhatToDo() {
        evaluations.complete("spam", 1, SET);
        evaluations.judge(evaluations.complete("privacy", 1, SET).id(), 40, 200);
        assertThat(textOf(open()))
                .contains("Fewer than two policies have a complete run", "Run an evaluation")
                .doesNotContain("Every content");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("policies");
    }

    @Test
    void theNewestRunsOnGoldenSetsAreCountedTogetherWithIntervalsAndInWords() {
        evaluations.complete("spam", 1, SET);
        evaluations.complete("spam", 2, SET);
        evaluations.complete("spam", 2, new Replay(1_000, null));
        evaluations.complete("privacy", 4, SET);
        assertThat(textOf(open()))
                .contains("Every content", "75.0 %", "68.6–80.5 % on 200")
                .contains("Asked of several", "60.0 %", "46.2–72.4 % on 50")
                .contains("exact match", "only if each policy", "a case without a verdict")
                .contains("spam", "privacy", "90.0 %", "No complete run yet: ", "idle");
        assertThat(chosen())
                .containsExactly("Version 2 on golden set 7", "Version 4 on golden set 7");
    }

    @Test
    void otherRunsAreChosenAndPoliciesLeftOut() {
        var first = evaluations.complete("spam", 1, SET);
        evaluations.complete("spam", 2, SET);
        evaluations.complete("privacy", 4, SET);
        var view = open();
        test(runOf("spam")).selectItem(RunWords.title(first));
        assertThat(textOf(view)).contains("75.0 %");
        runOf("privacy").clear();
        assertThat(textOf(view)).contains("Choose two runs or more", "—").doesNotContain("75.0 %");
    }

    @Test
    void anAddressNamesTheRuns() {
        var spam = evaluations.complete("spam", 1, SET);
        evaluations.complete("spam", 2, SET);
        var privacy = evaluations.complete("privacy", 4, SET);
        evaluations.complete("idle", 1, SET);
        open(spam, privacy);
        assertThat(chosen())
                .containsExactly("Version 1 on golden set 7", "Version 4 on golden set 7");
        open(spam);
        assertThat(chosen())
                .containsExactly(
                        "Version 1 on golden set 7",
                        "Version 4 on golden set 7",
                        "Version 1 on golden set 7");
    }

    @Test
    void whereNothingIsSharedThePageSaysThatTheFiguresOnlyAddUp() {
        evaluations.complete("spam", 1, SET);
        evaluations.complete("privacy", 4, SET);
        reports.nothingShared();
        assertThat(textOf(open()))
                .contains("no case to measure it on", "only adds them up", "Put the same contents");
    }

    private TogetherView open(Evaluation... runs) {
        var view =
                new TogetherView(
                        ReadOnlyPolicies.named("spam", "privacy", "idle"), evaluations, reports);
        view.show(Set.copyOf(List.of(runs).stream().map(run -> run.id().toString()).toList()));
        UI.getCurrent().removeAll();
        UI.getCurrent().add(view);
        return view;
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Evaluation> runOf(String policy) {
        return (ComboBox<Evaluation>)
                $(ComboBox.class).all().stream()
                        .filter(each -> each.getAriaLabel().equals(Optional.of("Run of " + policy)))
                        .findFirst()
                        .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<String> chosen() {
        return $(ComboBox.class).all().stream()
                .flatMap(each -> ((ComboBox<Evaluation>) each).getOptionalValue().stream())
                .map(RunWords::title)
                .toList();
    }

    private static String textOf(TogetherView view) {
        return view.getElement().getTextRecursively();
    }
}
