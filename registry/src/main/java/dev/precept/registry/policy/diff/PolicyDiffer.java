package dev.precept.registry.policy.diff;

import dev.precept.contracts.policy.PolicyDiff;
import dev.precept.contracts.policy.PolicyDiff.Change;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyParser;
import java.util.ArrayList;

/// Compares two versions as law: by rule, example, definition and setting.
public final class PolicyDiffer {

    private PolicyDiffer() {}

    /// @param from and `to` number the versions whose texts these are
    public static PolicyDiff diff(String slug, int from, int to, String before, String after) {
        PolicyDocument one = PolicyParser.parse(before);
        PolicyDocument other = PolicyParser.parse(after);
        var changes = new ArrayList<Change>(RuleChanges.between(one, other));
        changes.addAll(TextChanges.examples(one, other));
        changes.addAll(TextChanges.definitions(one, other));
        changes.addAll(TextChanges.prose(one, other));
        changes.addAll(SettingChanges.between(one.frontMatter(), other.frontMatter()));
        changes.addAll(SettingChanges.replacements(one, other));
        return new PolicyDiff(
                slug,
                from,
                to,
                changes.isEmpty() ? unchanged(before, after) : DiffWords.summary(changes),
                changes);
    }

    private static String unchanged(String before, String after) {
        if (before.equals(after)) {
            return "Both versions have the same text.";
        }
        return Wordings.same(before, after)
                ? "Nothing but the layout of the text differs."
                : "No rule, example, definition, section or setting differs; the lines do.";
    }
}
