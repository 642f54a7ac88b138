package dev.precept.quickstart.browser;

import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import java.util.List;
import java.util.Objects;

/// A policy about loud music at night that was made at the API: written by ava, approved by ben and
/// live.
record Prepared(QuietHours policy, Staff staff) {

    static Prepared live(QuietHours policy, Staff staff) {
        var prepared = new Prepared(policy, staff);
        prepared.create();
        return prepared;
    }

    private void create() {
        author().create(
                        new NewPolicy(
                                slug(), policy.name(), "Loud music at night.", "Neighbourhood"));
        var number = approved(policy.text());
        approver().pointAlias(slug(), Policy.LIVE, new AliasTarget(number));
    }

    int draft(String text) {
        return author().draft(slug(), new NewDraft(text)).summary().number();
    }

    int submitted(String text) {
        var number = draft(text);
        author().submit(slug(), number);
        return number;
    }

    void approve(int number) {
        var sha256 = Objects.requireNonNull(approver().version(slug(), number).summary().sha256());
        approver().approve(slug(), number, new Approval(sha256, "Read to the end."));
    }

    int approved(String text) {
        var number = submitted(text);
        approve(number);
        return number;
    }

    /// By a gate that nothing has measured.
    void closeAGate() {
        staff.ben()
                .createClient(EvaluationApi.class)
                .setGates(slug(), "0", new GateEdit(List.of(new Gate(Gate.Kind.RECALL, 0.95))));
    }

    String slug() {
        return policy.slug();
    }

    PolicyApi author() {
        return staff.ava().createClient(PolicyApi.class);
    }

    private PolicyApi approver() {
        return staff.ben().createClient(PolicyApi.class);
    }
}
