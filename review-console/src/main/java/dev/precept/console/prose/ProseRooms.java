package dev.precept.console.prose;

import dev.precept.console.ui.Section;
import dev.precept.contracts.policy.CitedRuleApi;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyDiff;
import dev.precept.contracts.policy.PolicyDiffApi;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.policy.PromptApi;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Makes the parts of this package for the pages of policies.
@Component
public class ProseRooms {

    private final PolicyApi policies;
    private final PolicyDiffApi diffs;
    private final PromptApi prompts;
    private final CitedRuleApi cited;

    public ProseRooms(
            PolicyApi policies, PolicyDiffApi diffs, PromptApi prompts, CitedRuleApi cited) {
        this.policies = policies;
        this.diffs = diffs;
        this.prompts = prompts;
        this.cited = cited;
    }

    /// What differs between two versions, rule by rule.
    public ChangeList changes(String slug, int from, int to, ChangeList.Layout layout) {
        return new ChangeList(diffs.changes(slug, to, from), layout);
    }

    /// The prompt of a text that may change.
    public PromptPanel prompt(Supplier<String> text) {
        return new PromptPanel(prompts, text);
    }

    /// What a version changes and which rules that people rely on it lacks; no part where there is
    /// nothing to say.
    public List<Section> beside(PolicyVersionSummary version) {
        var parts = new ArrayList<Section>();
        var live = policies.get(version.slug()).aliases().get(Policy.LIVE);
        int from = live == null || live == version.number() ? version.number() - 1 : live;
        if (from > 0) {
            var isLive = live != null && live == from;
            changes(version, from)
                    .map(diff -> new Section("What it changes", new ChangeNote(diff, isLive)))
                    .ifPresent(parts::add);
        }
        var gone = cited.cited(version.slug(), version.number());
        if (!gone.isEmpty()) {
            parts.add(new Section("Rules that are gone", new CitedRuleList(gone)));
        }
        return parts;
    }

    /// Nothing where the version before is somebody's private draft.
    private Optional<PolicyDiff> changes(PolicyVersionSummary version, int from) {
        try {
            return Optional.of(diffs.changes(version.slug(), version.number(), from));
        } catch (PreceptException refused) {
            if (refused.code() == ErrorCode.DRAFT_PRIVATE) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// Asks where rules went that people still rely on, and submits when all is said.
    public void settle(PolicyVersion version, Consumer<PolicyVersion> submitted) {
        var summary = version.summary();
        new CitedRulesDialog(
                        policies, version, cited.cited(summary.slug(), summary.number()), submitted)
                .open();
    }
}
