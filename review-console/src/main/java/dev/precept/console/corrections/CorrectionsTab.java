package dev.precept.console.corrections;

import com.vaadin.flow.component.Component;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.policies.PolicyTab;
import dev.precept.console.proposals.ProposalRooms;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.correction.CorrectionApi;
import org.springframework.core.annotation.Order;

/// What people corrected, and what that says of the text.
@org.springframework.stereotype.Component
@Order(55)
class CorrectionsTab implements PolicyTab {

    private final CorrectionApi corrections;
    private final ProposalRooms proposals;
    private final Rights rights;

    CorrectionsTab(CorrectionApi corrections, ProposalRooms proposals, Rights rights) {
        this.corrections = corrections;
        this.proposals = proposals;
        this.rights = rights;
    }

    @Override
    public String path() {
        return "corrections";
    }

    @Override
    public String title() {
        return "Corrections";
    }

    @Override
    public Component open(PolicyPage page) {
        return rights.maySeeContents()
                ? new CorrectionsPanel(corrections, proposals, rights, page)
                : new EmptyState(
                        "Contents are not shown to your roles",
                        "Authors, reviewers, leads and auditors see what was corrected.");
    }
}
