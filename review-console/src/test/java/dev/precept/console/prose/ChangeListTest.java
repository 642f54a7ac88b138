package dev.precept.console.prose;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import dev.precept.console.prose.ChangeList.Layout;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.FakeProse;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.Example;
import dev.precept.contracts.policy.PolicyDiff.Change;
import dev.precept.contracts.policy.PolicyDiff.DefinitionChanged;
import dev.precept.contracts.policy.PolicyDiff.EffortChanged;
import dev.precept.contracts.policy.PolicyDiff.ExampleAdded;
import dev.precept.contracts.policy.PolicyDiff.ExampleChanged;
import dev.precept.contracts.policy.PolicyDiff.ExampleRemoved;
import dev.precept.contracts.policy.PolicyDiff.LabelChanged;
import dev.precept.contracts.policy.PolicyDiff.OutputChanged;
import dev.precept.contracts.policy.PolicyDiff.ProseChanged;
import dev.precept.contracts.policy.PolicyDiff.ReplacementChanged;
import dev.precept.contracts.policy.PolicyDiff.RuleAdded;
import dev.precept.contracts.policy.PolicyDiff.RuleMoved;
import dev.precept.contracts.policy.PolicyDiff.RuleRemoved;
import dev.precept.contracts.policy.PolicyDiff.RuleRenamed;
import dev.precept.contracts.policy.PolicyDiff.RuleReworded;
import dev.precept.contracts.policy.PolicyDiff.ThresholdChanged;
import dev.precept.contracts.policy.PolicyDiff.Wording;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.policy.VersionDiff.Segment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class ChangeListTest extends BrowserlessTest {

    private static final Wording WORDING =
            new Wording(
                    List.of(
                            new Segment("Plays ", false),
                            new Segment("loud", true),
                            new Segment(" music", false)),
                    List.of(
                            new Segment("Plays ", false),
                            new Segment("noisy", true),
                            new Segment(" music", false),
                            new Segment(" at night", true)));

    private static Rule rule(String id, Rule.Side side) {
        return new Rule(id, side, "Plays loud music", 9);
    }

    private static final Rule ONE = rule("SP1", Rule.Side.VIOLATES);

    @Test
    void aRewordedRuleIsShownBothWaysUnderItsOwnAddress() {
        var list = show(new RuleReworded(ONE, ONE, WORDING));
        assertThat(textOf(list)).contains("SP1 reworded", "Before", "After");
        assertThat($(Anchor.class).single().getElement().getAttribute("href"))
                .isEqualTo("#rule-SP1");
        assertThat(ids(list)).containsExactly("rule-SP1");
        assertThat(list.hasClassName("changes-inline")).isFalse();
        list.show(Layout.INLINE);
        assertThat(list.hasClassName("changes-inline")).isTrue();
    }

    @Test
    void inlineTextReadsAsWhatIsGoneThenWhatIsNew() {
        assertThat(
                        ChangeCard.inline(WORDING).stream()
                                .map(word ->
                                        word.getElement().getTag().replace("span", "")
                                                + ":"
                                                + word.getElement().getText())
                                .toList())
                .containsExactly(":Plays ", "del:loud", "ins:noisy", ": music", "ins: at night");
    }

    @Test
    void everyKindOfChangeHasWords() {
        var example = new Example(Rule.Side.SAFE, "SP-A1", "A bakery", 20);
        var list =
                show(
                        new RuleAdded(rule("SP2", Rule.Side.VIOLATES)),
                        new RuleRemoved(ONE, "SP2", ""),
                        new RuleRemoved(rule("SP5", Rule.Side.SAFE), null, "nobody used it"),
                        new RuleMoved(ONE, rule("SP1", Rule.Side.SAFE)),
                        new RuleRenamed(ONE, rule("SP9", Rule.Side.VIOLATES), 0.82, WORDING),
                        new ExampleAdded(example),
                        new ExampleRemoved(example),
                        new ExampleChanged(example, example, WORDING),
                        new DefinitionChanged("Night", "", "late", WORDING),
                        new ProseChanged("Instructions", WORDING),
                        new LabelChanged("spam", List.of("SP1"), List.of()),
                        new ReplacementChanged("SP4", "SP2", "nobody used it"),
                        new OutputChanged("json: violation", "json: violation, rationale"),
                        new EffortChanged(Effort.LOW, Effort.HIGH),
                        new ThresholdChanged("sample_rate", 0.02, 0.1));
        assertThat($(H3.class).all().stream().map(H3::getText))
                .containsExactly(
                        "SP2 added",
                        "SP1 removed",
                        "SP5 removed",
                        "SP1 moved",
                        "SP1 is now SP9",
                        "Example added",
                        "Example removed",
                        "Example changed",
                        "Definition of Night added",
                        "Instructions reworded",
                        "Label spam changed",
                        "What stands for SP4 changed",
                        "Form of the answer changed",
                        "Effort changed",
                        "sample_rate changed");
        assertThat(textOf(list))
                .contains(
                        "SP2 stands for it now.",
                        "No longer SP1. No rule carries it.",
                        "because nobody used it",
                        "82 %",
                        "was under Violates and is under Safe");
        assertThat(ids(list)).doesNotHaveDuplicates();
    }

    @Test
    void aVersionThatChangesNothingSaysSo() {
        assertThat(textOf(show())).contains("No difference", "Both versions have the same text.");
    }

    @Test
    void veryManyChangesAreCutWithACount() {
        var changes =
                IntStream.range(0, 350)
                        .mapToObj(number ->
                                (Change) new RuleAdded(rule("SP" + number, Rule.Side.SAFE)))
                        .toArray(Change[]::new);
        assertThat(textOf(show(changes))).contains("And 50 more");
        assertThat($(H3.class).all()).hasSize(300);
    }

    @Test
    void markupInAPolicyStaysText() {
        var hostile = new Rule("SP1", Rule.Side.SAFE, "<img src=x onerror=alert(1)>", 3);
        var list = show(new RuleAdded(hostile));
        assertThat(textOf(list)).contains("<img src=x onerror=alert(1)>");
        assertThat(list.getElement().getOuterHTML()).doesNotContain("<img");
    }

    private ChangeList show(Change... changes) {
        var summary = changes.length == 0 ? "Both versions have the same text." : "Something";
        var list =
                new FakeProse()
                        .changes(summary, changes)
                        .rooms(new FakePolicyApi())
                        .changes("spam", 1, 2, Layout.SIDE_BY_SIDE);
        UI.getCurrent().add(list);
        return list;
    }

    private static List<String> ids(ChangeList list) {
        return list.getChildren()
                .filter(ChangeCard.class::isInstance)
                .map(Component::getId)
                .map(id -> id.orElse(""))
                .collect(Collectors.toList());
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
