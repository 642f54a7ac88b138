package dev.precept.console.testing;

import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequest;
import dev.precept.contracts.request.ChangeRequest.Asked;
import dev.precept.contracts.request.ChangeRequest.People;
import dev.precept.contracts.request.ChangeRequest.You;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Invitation;
import dev.precept.contracts.request.Merge;
import dev.precept.contracts.request.Rebase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request, as a test sets it.
public final class FakeChangeRequestApi implements ChangeRequestApi {

    private final FakePolicyApi policies;
    private final List<String> did = new ArrayList<>();
    private ApprovalRules rules = ApprovalRules.standard();
    private List<Asked> asked = List.of(new Asked(null, 1, List.of()));
    private List<String> missing = List.of("1 more approval is needed.");
    private You you = new You(null, null, null, "1 more approval is needed.", null, null);
    private List<String> invited = List.of();
    private @Nullable Merge merge;
    private @Nullable Rebase saved;

    public FakeChangeRequestApi(FakePolicyApi policies) {
        this.policies = policies;
    }

    public FakeChangeRequestApi standing(List<Asked> groups, List<String> sentences, You may) {
        asked = groups;
        missing = sentences;
        you = may;
        return this;
    }

    public void may(You now) {
        you = now;
    }

    public FakeChangeRequestApi moved(Merge onto) {
        merge = onto;
        return this;
    }

    public void setRules(ApprovalRules now) {
        rules = now;
    }

    public @Nullable Rebase saved() {
        return saved;
    }

    /// What was asked for, in order.
    public List<String> did() {
        return List.copyOf(did);
    }

    @Override
    public ApprovalRules rules(String slug) {
        return rules;
    }

    @Override
    public ApprovalRules setRules(String slug, String revision, ApprovalRulesEdit edit) {
        if (!revision.equals(Integer.toString(rules.revision()))) {
            throw new PreceptException(ErrorCode.STALE_WRITE, "Load them again.");
        }
        rules =
                new ApprovalRules(
                        rules.revision() + 1, edit.approvals(), edit.groups(), edit.demands());
        return rules;
    }

    @Override
    public ChangeRequest request(String slug, int number) {
        PolicyVersionStatus status = policies.version(slug, number).summary().status();
        var onto = merge;
        return new ChangeRequest(
                status,
                1,
                Samples.SHA,
                null,
                onto == null ? null : onto.onto(),
                rules,
                new People("ava", "ava", List.of("ava"), invited),
                asked,
                missing,
                you);
    }

    @Override
    public ChangeRequest conclude(String slug, int number) {
        did.add("conclude");
        return request(slug, number);
    }

    @Override
    public ChangeRequest withdraw(String slug, int number) {
        did.add("withdraw");
        policies.with(PolicyVersionStatus.DRAFT);
        return request(slug, number);
    }

    @Override
    public ChangeRequest invite(String slug, int number, Invitation invitation) {
        did.add("invite " + invitation.person());
        invited = List.of(invitation.person());
        return request(slug, number);
    }

    @Override
    public ChangeRequest uninvite(String slug, int number, String person) {
        did.add("uninvite " + person);
        invited = List.of();
        return request(slug, number);
    }

    @Override
    public ChangeRequest close(String slug, int number) {
        did.add("close");
        policies.with(PolicyVersionStatus.CLOSED);
        return request(slug, number);
    }

    @Override
    public ChangeRequest reopen(String slug, int number) {
        did.add("reopen");
        policies.with(PolicyVersionStatus.DRAFT);
        return request(slug, number);
    }

    @Override
    public Merge merge(String slug, int number) {
        var onto = merge;
        if (onto == null) {
            throw new PreceptException(ErrorCode.WRONG_STATE, "There is nothing to merge.");
        }
        return onto;
    }

    @Override
    public PolicyVersion rebase(String slug, int number, Rebase rebase) {
        saved = rebase;
        merge = null;
        return policies.version(slug, number);
    }
}
