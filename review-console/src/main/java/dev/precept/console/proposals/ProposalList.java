package dev.precept.console.proposals;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.ui.Refresh;
import dev.precept.console.ui.Section;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.proposal.NewProposal;
import dev.precept.contracts.proposal.ProposalApi;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.review.CaseId;
import java.util.ArrayList;
import java.util.List;

/// The proposed wordings of a policy, the newest first, page by page; it follows those that are
/// being written.
@StyleSheet("context://precept/proposals.css")
public final class ProposalList extends Div {

    private static final long serialVersionUID = 1L;
    private static final int REFRESH_MILLIS = 2_000;

    private final transient ProposalApi proposals;
    private final transient PolicyPage page;
    private final boolean author;
    private transient List<WordingProposal> shown = List.of();
    private int pages = 1;
    private boolean older;

    ProposalList(ProposalApi proposals, boolean author, PolicyPage page) {
        this.proposals = proposals;
        this.author = author;
        this.page = page;
        addClassName("proposals");
        show();
    }

    /// Asks for a wording for these cases, and shows that it is asked for.
    public void propose(List<CaseId> cases) {
        var _ = proposals.propose(page.slug(), new NewProposal(cases));
        show();
        scrollIntoView();
    }

    private void show() {
        show(read());
    }

    /// As many pages as the person has asked for.
    private List<WordingProposal> read() {
        var found = new ArrayList<WordingProposal>();
        String cursor = null;
        for (int read = 0; read == 0 || read < pages && cursor != null; read++) {
            var next = proposals.list(page.slug(), null, cursor);
            found.addAll(next.items());
            cursor = next.next();
        }
        older = cursor != null;
        return found;
    }

    private void showOlder() {
        pages++;
        show();
    }

    private void show(List<WordingProposal> now) {
        shown = now;
        removeAll();
        setVisible(!now.isEmpty());
        if (now.isEmpty()) {
            return;
        }
        var acts = new ProposalCard.Acts(this::draft, this::cancel);
        add(
                new Section(
                        "Wordings that a model proposes",
                        now.stream()
                                .map(each -> new ProposalCard(each, author, acts))
                                .toArray(ProposalCard[]::new)));
        if (older) {
            var more = new Button("Show older", _ -> showOlder());
            more.addThemeVariants(ButtonVariant.TERTIARY);
            add(more);
        }
        if (now.stream().anyMatch(each -> each.state().open())) {
            add(new Refresh(REFRESH_MILLIS, this::follow));
        }
    }

    /// What somebody is reading is not made anew for nothing.
    private void follow() {
        var now = read();
        if (!now.equals(shown)) {
            show(now);
        }
    }

    private void draft(WordingProposal proposal) {
        try {
            var opened = proposals.draft(page.slug(), proposal.id());
            Notification.show(
                    "Draft %d has the proposed wording. Only you can submit it."
                            .formatted(opened.version()));
            UI.getCurrent().navigate(page.address("versions/" + opened.version()));
        } catch (PreceptException refused) {
            show();
            throw refused;
        }
    }

    private void cancel(WordingProposal proposal) {
        try {
            var _ = proposals.cancel(page.slug(), proposal.id());
        } catch (PreceptException refused) {
            if (refused.code() != ErrorCode.WRONG_STATE) {
                throw refused;
            }
        }
        show();
    }
}
