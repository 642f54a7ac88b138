package dev.precept.console.requests;

import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.Demand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Approval rules as sentences.
final class RuleWords {

    private RuleWords() {}

    static List<String> of(ApprovalRules rules) {
        var words = new ArrayList<String>();
        words.add(
                rules.approvals() == 0
                        ? "A version needs no approval: it is approved when it is submitted."
                        : "A version needs %s of different people."
                                .formatted(approvals(rules.approvals())));
        rules.groups()
                .forEach(share ->
                        words.add(
                                "At least %s from the group %s."
                                        .formatted(approvals(share.approvals()), share.group())));
        Arrays.stream(Demand.values()).filter(rules::ask).map(RuleWords::of).forEach(words::add);
        return words;
    }

    static String of(Demand demand) {
        return switch (demand) {
            case AUTHOR_MAY_NOT_APPROVE -> "Who opened the draft may not approve it.";
            case LAST_EDITOR_MAY_NOT_APPROVE -> "Who saved it last may not approve it.";
            case EARLIER_EDITORS_MAY_NOT_APPROVE -> "Nobody who wrote on it may approve it.";
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
