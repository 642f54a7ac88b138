package dev.precept.registry.policy;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.GroupShare;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads and sets the approval rules of policies. Whoever wrote on a version that is not live yet
/// cannot change them; the database refuses it as well.
@Service
@Transactional
class ApprovalRulesDesk {

    private static final int MOST_GROUPS = 20;

    private final PolicyShelf policies;
    private final ApprovalRulesRows rules;
    private final Ledger ledger;
    private final Clock clock;

    ApprovalRulesDesk(PolicyShelf policies, ApprovalRulesRows rules, Ledger ledger, Clock clock) {
        this.policies = policies;
        this.rules = rules;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ApprovalRules of(String slug) {
        policies.require(slug);
        return rules.of(slug);
    }

    public ApprovalRules set(Actor actor, String slug, int basedOn, ApprovalRulesEdit edit) {
        requireSensible(edit);
        policies.hold(slug);
        policies.refuseWriter(slug, actor.name(), "change the rules");
        if (!rules.write(slug, basedOn, edit, actor.name(), clock.instant())) {
            int revision = rules.of(slug).revision();
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "The rules are at revision %d, your change is based on %d. Load them again."
                            .formatted(revision, basedOn),
                    Map.of("basedOn", basedOn, "revision", revision));
        }
        var stored = rules.of(slug);
        ledger.append(
                actor.name(),
                "policy.approval-rules.changed",
                VersionDesk.subject(slug),
                Map.of(
                        "revision", stored.revision(),
                        "approvals", stored.approvals(),
                        "groups",
                                stored.groups().stream()
                                        .map(share -> share.group() + " " + share.approvals())
                                        .toList(),
                        "demands", stored.demands().stream().map(Enum::name).sorted().toList()));
        return stored;
    }

    private static void requireSensible(ApprovalRulesEdit edit) {
        requireBetween("approvals", edit.approvals(), 0, ApprovalRules.MOST_APPROVALS);
        requireBetween("the number of groups", edit.groups().size(), 0, MOST_GROUPS);
        var seen = new HashSet<String>();
        for (GroupShare share : edit.groups()) {
            if (!share.group().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,62}")) {
                throw invalid(
                        "A group has 1 to 63 letters, digits, spaces and . _ / -, a letter or digit first.");
            }
            if (!seen.add(share.group())) {
                throw invalid("Name the group " + share.group() + " once.");
            }
            requireBetween(
                    "approvals from the group " + share.group(),
                    share.approvals(),
                    1,
                    edit.approvals());
        }
    }

    private static void requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw invalid("%s is %d; give %d to %d.".formatted(what, value, least, most));
        }
    }

    private static PreceptException invalid(String detail) {
        return new PreceptException(ErrorCode.INVALID_ARGUMENT, detail);
    }
}
