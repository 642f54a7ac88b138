package dev.precept.registry.policy.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.PolicyDiff;
import dev.precept.contracts.policy.PolicyDiff.Change;
import dev.precept.contracts.policy.PolicyDiff.DefinitionChanged;
import dev.precept.contracts.policy.PolicyDiff.EffortChanged;
import dev.precept.contracts.policy.PolicyDiff.ExampleChanged;
import dev.precept.contracts.policy.PolicyDiff.LabelChanged;
import dev.precept.contracts.policy.PolicyDiff.ProseChanged;
import dev.precept.contracts.policy.PolicyDiff.ReplacementChanged;
import dev.precept.contracts.policy.PolicyDiff.RuleAdded;
import dev.precept.contracts.policy.PolicyDiff.RuleMoved;
import dev.precept.contracts.policy.PolicyDiff.RuleRemoved;
import dev.precept.contracts.policy.PolicyDiff.RuleRenamed;
import dev.precept.contracts.policy.PolicyDiff.RuleReworded;
import dev.precept.contracts.policy.PolicyDiff.ThresholdChanged;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.policy.VersionDiff.Segment;
import dev.precept.registry.testing.LivePolicies;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyDifferTest {

    private static final String TEXT = LivePolicies.TEXT;
    private static final String SECOND = "- **NO2** Urges *neighbours* to hurry\n  at night.\n";

    @Test
    void sameTextHasNoChange() {
        var diff = diff(TEXT, TEXT);
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.summary()).isEqualTo("Both versions have the same text.");
        assertThat(diff(TEXT, TEXT.replace("\n", "\r\n")).summary()).contains("layout");
        assertThat(diff(TEXT, TEXT.replace("to hurry\n  at", "to\n  hurry at")).changes())
                .isEmpty();
    }

    @Test
    void whatStandsForARuleOfLongAgoIsAChange() {
        var one = TEXT.replace("effort: low", "effort: low\nreplaced: {NO9: NO1}");
        assertThat(diff(TEXT, one).summary()).isEqualTo("1 replacement changed: NO9");
        assertThat(only(diff(one, one.replace("NO9: NO1", "NO9: NO2"))))
                .isEqualTo(new ReplacementChanged("NO9", "NO1", "NO2"));
    }

    @Test
    void definitionsThatNameNoTermAreProse() {
        var one = TEXT.replace("- **Night**", "- It counts from the first beat.\n- **Night**");
        assertThat(diff(TEXT, one).summary()).isEqualTo("1 section reworded: Definitions");
        var two = TEXT.replace("from ten to six.", "from ten to six.\n- It ends with the sun.");
        assertThat(diff(TEXT, two).summary()).isEqualTo("1 section reworded: Definitions");
    }

    @Test
    void linesThatDifferAreNeverCalledLayout() {
        var one = TEXT.replace("effort: low", "# slow is fine\neffort: low");
        assertThat(diff(TEXT, one).summary()).contains("the lines do");
    }

    @Test
    void rewordedRuleShowsItsWords() {
        var diff = diff(TEXT, TEXT.replace("loud music", "noisy music"));
        assertThat(diff.summary()).isEqualTo("1 rule reworded: NO1");
        var change = (RuleReworded) only(diff);
        assertThat(change.wording().before())
                .filteredOn(Segment::changed)
                .extracting(Segment::text)
                .containsExactly("loud");
        assertThat(change.wording().after())
                .filteredOn(Segment::changed)
                .extracting(Segment::text)
                .containsExactly("noisy");
        assertThat(text(change.wording().after())).isEqualTo(change.after().text());
        assertThat(text(change.wording().before())).isEqualTo(change.before().text());
    }

    @Test
    void ruleUnderANewIdIsRecognisedByItsText() {
        var renamed = TEXT.replace("NO2", "NO7").replace("to hurry", "to rush");
        var diff = diff(TEXT, renamed);
        assertThat(diff.summary()).startsWith("1 rule renamed: NO2 → NO7");
        assertThat(diff.changes())
                .filteredOn(RuleRenamed.class::isInstance)
                .singleElement()
                .satisfies(change -> {
                    assertThat(((RuleRenamed) change).similarity()).isBetween(0.6, 0.99);
                });
        assertThat(diff.changes()).noneMatch(RuleRemoved.class::isInstance);
    }

    @Test
    void anotherRuleUnderANewIdIsOneRemovedAndOneAdded() {
        var other = TEXT.replace(SECOND, "- **NO7** Burns leaves in a garden.\n");
        var diff = diff(TEXT, other.replace("haste: [NO2]", "haste: [NO7]"));
        assertThat(diff.summary()).startsWith("1 rule added: NO7; 1 removed: NO2");
        assertThat(diff.changes()).filteredOn(RuleAdded.class::isInstance).hasSize(1);
    }

    @Test
    void removedRuleSaysWhatStandsForItNow() {
        var gone =
                TEXT.replace(SECOND, "")
                        .replace("haste: [NO2]", "haste: [NO1]")
                        .replace("effort: low", "effort: low\nreplaced: {NO2: NO1}");
        assertThat(diff(TEXT, gone).changes())
                .contains(
                        new RuleRemoved(
                                new Rule(
                                        "NO2",
                                        Rule.Side.VIOLATES,
                                        "Urges neighbours to hurry at night.",
                                        20),
                                "NO1",
                                ""));
    }

    @Test
    void movedRuleIsNeitherRemovedNorAdded() {
        var moved = TEXT.replace(SECOND, "").replace("- **NO1**", SECOND + "- **NO1**");
        var diff = diff(TEXT, moved);
        assertThat(diff.changes()).singleElement().isInstanceOf(RuleMoved.class);
        assertThat(diff.summary()).startsWith("1 rule moved");
    }

    @Test
    void ruleOnTheOtherSideIsMoved() {
        var other = TEXT.replace(SECOND, "").replace("- **NO-A1**", SECOND + "- **NO-A1**");
        assertThat(diff(TEXT, other).changes())
                .filteredOn(RuleMoved.class::isInstance)
                .extracting(change -> ((RuleMoved) change).after())
                .extracting(Rule::id, Rule::side)
                .containsExactly(org.assertj.core.api.Assertions.tuple("NO2", Rule.Side.SAFE));
    }

    @Test
    void examplesDefinitionsProseAndSettingsAreTold() {
        var other =
                TEXT.replace("Drums at midnight, come along!", "Drums at midnight, come here!")
                        .replace("from ten to six", "from eleven to six")
                        .replace("Answer with one JSON object.", "Answer with a JSON object.")
                        .replace("effort: low", "effort: high")
                        .replace("sample_rate: 0.5", "sample_rate: 0.1")
                        .replace("noise: [NO1]", "noise: [NO1, NO2]");
        var diff = diff(TEXT, other);
        assertThat(diff.changes().stream().map(Object::getClass).toList())
                .isEqualTo(
                        java.util.List.of(
                                ExampleChanged.class,
                                DefinitionChanged.class,
                                ProseChanged.class,
                                LabelChanged.class,
                                EffortChanged.class,
                                ThresholdChanged.class));
        assertThat(diff.changes())
                .contains(
                        new EffortChanged(Effort.LOW, Effort.HIGH),
                        new ThresholdChanged("sample_rate", 0.5, 0.1));
        assertThat(diff.summary())
                .isEqualTo(
                        "1 example changed; 1 definition changed: Night; 1 section reworded:"
                                + " Instructions; 1 label changed: noise; effort low → high;"
                                + " sample_rate 0.5 → 0.1");
    }

    @Test
    void largestTextsWithNothingInCommonAreComparedInTime() {
        assertInTime(many("A", "alpha beta"), many("B", "gamma delta"));
        assertInTime(many("A", "same words here"), many("B", "same words here"));
        assertInTime("x ".repeat(131_000), "y ".repeat(131_000));
        assertInTime("## Definitions\n" + "- **x".repeat(52_000), "");
    }

    private static String many(String prefix, String text) {
        return "---\nlabels: {a: [A1]}\n---\n## Violates\n"
                + IntStream.range(1, 6_000)
                        .mapToObj(number ->
                                "- **%s%d** %s %d\n".formatted(prefix, number, text, number))
                        .collect(Collectors.joining());
    }

    private static void assertInTime(String from, String to) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> diff(from, to));
    }

    private static PolicyDiff diff(String from, String to) {
        return PolicyDiffer.diff("quiet", 1, 2, from, to);
    }

    private static Change only(PolicyDiff diff) {
        assertThat(diff.changes()).hasSize(1);
        return diff.changes().getFirst();
    }

    private static String text(java.util.List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
