package dev.precept.registry.policy;

import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.ChangeRequest.Asked;
import dev.precept.contracts.request.Demand;
import dev.precept.registry.access.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far the approvals of a version go under the rules of its policy. The database counts in the
/// same way.
///
/// @param given the approvals of the text as it was last submitted
record Standing(VersionRow version, ApprovalRules rules, List<Given> given) {

    /// An approval, and the groups that the approver was in.
    record Given(String reviewer, Set<String> groups) {

        Given {
            groups = Set.copyOf(groups);
        }
    }

    /// Why a person may not approve, whatever was approved so far.
    Optional<String> barred(String person) {
        if (person.equals(version.author()) && rules.ask(Demand.AUTHOR_MAY_NOT_APPROVE)) {
            return because("opened the draft of");
        }
        if (person.equals(version.lastEditor()) && rules.ask(Demand.LAST_EDITOR_MAY_NOT_APPROVE)) {
            return because("were the last to edit");
        }
        boolean earlier =
                version.wasWrittenBy(person)
                        && !person.equals(version.author())
                        && !person.equals(version.lastEditor());
        return earlier && rules.ask(Demand.EARLIER_EDITORS_MAY_NOT_APPROVE)
                ? because("wrote on")
                : Optional.empty();
    }

    private Optional<String> because(String did) {
        return Optional.of(
                "You %s version %d; another person must approve it."
                        .formatted(did, version.number()));
    }

    boolean approvedBy(String person) {
        return given.stream().anyMatch(one -> one.reviewer().equals(person));
    }

    /// Everybody first, then group by group.
    List<Asked> asked() {
        var asked = new ArrayList<Asked>();
        asked.add(new Asked(null, rules.approvals(), agreed(counting())));
        for (var share : rules.groups()) {
            var members = counting().stream().filter(one -> one.groups().contains(share.group()));
            asked.add(new Asked(share.group(), share.approvals(), agreed(members.toList())));
        }
        return asked;
    }

    /// Whether this person's approval would bring the version further.
    boolean asks(Actor person) {
        return barred(person.name()).isEmpty()
                && !approvedBy(person.name())
                && asked().stream()
                        .filter(asked -> !asked.met())
                        .anyMatch(asked ->
                                asked.group() == null || person.groups().contains(asked.group()));
    }

    /// What approvals are missing, a sentence each.
    List<String> missing() {
        return asked().stream().filter(asked -> !asked.met()).map(Standing::sentence).toList();
    }

    private List<Given> counting() {
        return given.stream().filter(one -> barred(one.reviewer()).isEmpty()).toList();
    }

    private static List<String> agreed(List<Given> approvals) {
        return approvals.stream().map(Given::reviewer).distinct().toList();
    }

    private static String sentence(Asked asked) {
        int more = asked.needed() - asked.agreed().size();
        return "%d more %s%s %s needed."
                .formatted(
                        more,
                        more == 1 ? "approval" : "approvals",
                        asked.group() == null ? "" : " from the group " + asked.group(),
                        more == 1 ? "is" : "are");
    }
}
