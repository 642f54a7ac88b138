package dev.precept.console.proposals;

import com.vaadin.flow.component.Component;
import dev.precept.console.policies.VersionNotice;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.proposal.ProposalApi;

/// A version that began with a model's words says so.
@org.springframework.stereotype.Component
class MachineNotice implements VersionNotice {

    private final ProposalApi proposals;

    MachineNotice(ProposalApi proposals) {
        this.proposals = proposals;
    }

    @Override
    public Component of(PolicyVersion version) {
        var summary = version.summary();
        return new MachineBanner(
                proposals.list(summary.slug(), summary.number(), null).items(), version);
    }
}
