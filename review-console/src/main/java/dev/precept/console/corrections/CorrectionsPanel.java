package dev.precept.console.corrections;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.proposals.ProposalRooms;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.correction.CorrectionApi;
import dev.precept.contracts.correction.CorrectionClusters;
import dev.precept.contracts.review.CaseId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The clusters of a policy's overturned verdicts, the largest first.
@StyleSheet("context://precept/corrections.css")
final class CorrectionsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient CorrectionApi corrections;
    private final transient PolicyPage page;

    CorrectionsPanel(
            CorrectionApi corrections, ProposalRooms rooms, Rights rights, PolicyPage page) {
        this.corrections = corrections;
        this.page = page;
        addClassName("page-body");
        var found = corrections.clusters(page.slug());
        var proposals = rooms.list(page);
        add(proposals);
        if (found.clusters().isEmpty()) {
            add(nothing(found));
            return;
        }
        var room = room(rights, rooms.mayAsk() ? proposals::propose : null);
        add(introduction(found));
        found.clusters().forEach(cluster -> add(new ClusterCard(cluster, room)));
    }

    private ClusterRoom room(Rights rights, @Nullable Consumer<List<CaseId>> propose) {
        return new ClusterRoom(
                cases -> corrections.cases(page.slug(), new CorrectionApi.From(cases)),
                rights.holdAny(RoleName.REVIEWER, RoleName.REVIEW_LEAD, RoleName.AUDITOR),
                rights.hold(RoleName.POLICY_AUTHOR) ? this::draft : null,
                propose);
    }

    private static EmptyState nothing(CorrectionClusters found) {
        return found.unread() == 0
                ? new EmptyState(
                        "Nothing was overturned yet",
                        "Where reviewers overturn verdicts of this policy, like cases appear here"
                                + " together, with what they say of the text.")
                : new EmptyState(
                        ClusterWords.cases(found.unread()) + " not compared yet",
                        "Workers compare corrected contents in their pauses. Come back in a"
                                + " minute.");
    }

    private static Paragraph introduction(CorrectionClusters found) {
        var text =
                new StringBuilder("Overturned verdicts whose contents are alike, held against the")
                        .append(" rules of version ")
                        .append(found.policyVersion())
                        .append(". Likeness is not understanding: read before you believe it.");
        if (found.unread() > 0) {
            text.append(' ')
                    .append(ClusterWords.cases(found.unread()))
                    .append(" not compared yet.");
        }
        var introduction = new Paragraph(text.toString());
        introduction.addClassNames("muted", "wrap");
        return introduction;
    }

    private void draft(List<CaseId> cases) {
        var opened = corrections.draft(page.slug(), new CorrectionApi.From(cases));
        Notification.show(
                "Draft %d has the live text. %s protected in the golden set."
                        .formatted(opened.version(), ClusterWords.cases(opened.guarded())));
        UI.getCurrent().navigate(page.address("versions/" + opened.version()));
    }
}
