package dev.precept.console.proposals;

import dev.precept.console.policies.PolicyPage;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.fleet.Worker;
import dev.precept.contracts.proposal.ProposalApi;
import org.springframework.stereotype.Component;

/// Makes the parts of this package for the pages of policies.
@Component
public class ProposalRooms {

    private final ProposalApi proposals;
    private final FleetApi fleet;
    private final Rights rights;

    public ProposalRooms(ProposalApi proposals, FleetApi fleet, Rights rights) {
        this.proposals = proposals;
        this.fleet = fleet;
        this.rights = rights;
    }

    public ProposalList list(PolicyPage page) {
        return new ProposalList(proposals, rights.hold(RoleName.POLICY_AUTHOR), page);
    }

    /// Whether a worker is there that writes, and the person may ask it.
    public boolean mayAsk() {
        return rights.hold(RoleName.POLICY_AUTHOR)
                && fleet.list().stream()
                        .filter(worker -> worker.status() == Worker.Status.ACTIVE)
                        .anyMatch(worker -> Boolean.TRUE.equals(worker.registration().writes()));
    }
}
