package dev.precept.console.requests;

import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.Demand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Approval rules as sentences.
final class RuleWords {

    /// Together they say that nobody who wrote on a version may approve it.
    private static final Set<Demand> WRITERS =
            EnumSet.of(
                    Demand.AUTHOR_MAY_NOT_APPROVE,
                    Demand.LAST_EDITOR_MAY_NOT_APPROVE,
                    Demand.EARLIER_EDITORS_MAY_NOT_APPROVE);

    private RuleWords() {}

    static List<String> of(ApprovalRules rules) {
        var words = new ArrayList<String>();
        words.add(
                switch (rules.approvals()) {
                    case 0 -> "A version needs no approval: it is approved when it is submitted.";
                    case 1 -> "A version needs 1 approval.";
                    default ->
                            "A version needs %d approvals of different people."
                                    .formatted(rules.approvals());
                });
        rules.groups()
                .forEach(share ->
                        words.add(
                                "At least %s from the group %s."
                                        .formatted(approvals(share.approvals()), share.group())));
        boolean nobody = rules.demands().containsAll(WRITERS);
        if (nobody) {
            words.add("Nobody who wrote on it may approve it.");
        }
        Arrays.stream(Demand.values())
                .filter(rules::ask)
                .filter(demand -> !nobody || !WRITERS.contains(demand))
                .map(RuleWords::of)
                .forEach(words::add);
        return words;
    }

    static String of(Demand demand) {
        return switch (demand) {
            case AUTHOR_MAY_NOT_APPROVE -> "Who opened the draft may not approve it.";
            case LAST_EDITOR_MAY_NOT_APPROVE -> "Who saved it last may not approve it.";
            case EARLIER_EDITORS_MAY_NOT_APPROVE -> "Who else wrote on it may not approve it.";
            case WRITERS_MAY_NOT_ACTIVATE -> "Nobody who wrote on it may make it live.";
            case DECLINE_BLOCKS -> "One decline sends it back.";
            case GATES_PASSED -> "It passes every gate before it is approved.";
            case THREADS_RESOLVED -> "Every thread of comments is resolved first.";
        };
    }

    static String approvals(int count) {
        return count == 1 ? "1 approval" : count + " approvals";
    }
}
