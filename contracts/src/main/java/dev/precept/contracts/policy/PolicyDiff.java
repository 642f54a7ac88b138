package dev.precept.contracts.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.precept.contracts.policy.VersionDiff.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the law differs between two versions of a policy, rule by rule.
///
/// @param summary in words, for example `2 rules reworded: SP1, SP2; 1 removed: SP3`
/// @param changes rules first, in the order of the later version, then those that are gone
public record PolicyDiff(String slug, int from, int to, String summary, List<Change> changes) {

    public PolicyDiff {
        changes = List.copyOf(changes);
    }

    /// One thing that differs.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RuleAdded.class, name = "rule-added"),
        @JsonSubTypes.Type(value = RuleRemoved.class, name = "rule-removed"),
        @JsonSubTypes.Type(value = RuleMoved.class, name = "rule-moved"),
        @JsonSubTypes.Type(value = RuleReworded.class, name = "rule-reworded"),
        @JsonSubTypes.Type(value = RuleRenamed.class, name = "rule-renamed"),
        @JsonSubTypes.Type(value = ExampleAdded.class, name = "example-added"),
        @JsonSubTypes.Type(value = ExampleRemoved.class, name = "example-removed"),
        @JsonSubTypes.Type(value = ExampleChanged.class, name = "example-changed"),
        @JsonSubTypes.Type(value = DefinitionChanged.class, name = "definition-changed"),
        @JsonSubTypes.Type(value = ProseChanged.class, name = "prose-changed"),
        @JsonSubTypes.Type(value = LabelChanged.class, name = "label-changed"),
        @JsonSubTypes.Type(value = ReplacementChanged.class, name = "replacement-changed"),
        @JsonSubTypes.Type(value = OutputChanged.class, name = "output-changed"),
        @JsonSubTypes.Type(value = EffortChanged.class, name = "effort-changed"),
        @JsonSubTypes.Type(value = ThresholdChanged.class, name = "threshold-changed")
    })
    public sealed interface Change {}

    /// Two wordings with the words that differ.
    public record Wording(List<Segment> before, List<Segment> after) {

        public Wording {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    public record RuleAdded(Rule rule) implements Change {}

    /// @param replacedBy the rule that stands for it now; null if none is named
    /// @param because why it is gone; empty if nobody says
    public record RuleRemoved(Rule rule, @Nullable String replacedBy, String because)
            implements Change {}

    /// A rule that stands elsewhere among the rules that both versions have, or on the other side.
    public record RuleMoved(Rule before, Rule after) implements Change {}

    public record RuleReworded(Rule before, Rule after, Wording wording) implements Change {}

    /// A rule that has another id; recognised by its text.
    ///
    /// @param similarity the share of words that both have, 0 to 1
    public record RuleRenamed(Rule before, Rule after, double similarity, Wording wording)
            implements Change {}

    public record ExampleAdded(Example example) implements Change {}

    public record ExampleRemoved(Example example) implements Change {}

    /// An example with other words, or of another rule.
    public record ExampleChanged(Example before, Example after, Wording wording)
            implements Change {}

    /// @param before empty if the term is new
    /// @param after empty if the term is gone
    public record DefinitionChanged(String term, String before, String after, Wording wording)
            implements Change {}

    /// Text that is neither rule, example nor definition.
    ///
    /// @param section its heading; empty before the first
    public record ProseChanged(String section, Wording wording) implements Change {}

    /// @param before the rules that carried the label; empty if it is new
    /// @param after the rules that carry it; empty if it is gone
    public record LabelChanged(String label, List<String> before, List<String> after)
            implements Change {

        public LabelChanged {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// What stands for a rule that neither version has.
    ///
    /// @param id of that rule
    /// @param before the id of a rule, or why none stands for it; empty if nothing was said
    /// @param after as `before`
    public record ReplacementChanged(String id, String before, String after) implements Change {}

    /// Format or members of the answer.
    public record OutputChanged(String before, String after) implements Change {}

    public record EffortChanged(Effort before, Effort after) implements Change {}

    /// @param name `confidence_below` or `sample_rate`
    public record ThresholdChanged(String name, double before, double after) implements Change {}
}
