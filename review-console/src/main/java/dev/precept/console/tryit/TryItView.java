package dev.precept.console.tryit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.content.ContentForm;
import dev.precept.console.content.PolicyText;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.console.verdict.VerdictPanel;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.PlaygroundApi;
import dev.precept.contracts.intake.PlaygroundRequest;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.verdict.Verdict;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;

/// Content on one side, the verdict and the cited rule on the other. Nothing tried here becomes a
/// case or counts anywhere.
@Route("try-it")
@PageTitle("Try it")
@Menu(title = "Try it", order = 15, icon = "vaadin:flask")
@RolesAllowed({
    RoleName.POLICY_AUTHOR,
    RoleName.POLICY_APPROVER,
    RoleName.POLICY_ACTIVATOR,
    RoleName.REVIEWER,
    RoleName.REVIEW_LEAD
})
@StyleSheet("context://precept/review.css")
@StyleSheet("context://precept/policies.css")
class TryItView extends Div {

    private static final long serialVersionUID = 1L;
    private static final int WAIT_SECONDS = 0;
    private static final int REMEMBERED = 10;

    private final transient PlaygroundApi playground;
    private final transient PolicyApi policies;
    private final VersionChooser chooser;
    private final ContentForm content = new ContentForm();
    private final Div result = new Div();
    private final Div tries = new Div();
    private final Button run = new Button("Classify", click -> classify());

    TryItView(PlaygroundApi playground, PolicyApi policies) {
        this.playground = playground;
        this.policies = policies;
        addClassName("page");
        chooser = new VersionChooser(policies);
        run.addThemeVariants(ButtonVariant.PRIMARY);
        run.setDisableOnClick(true);
        run.setTooltipText("Ctrl+Enter");
        run.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        var form = new Div(chooser, content, new Div(run), tries);
        form.addClassNames("form", "try-form");
        result.addClassName("try-result");
        result.getElement().setAttribute("aria-live", "polite");
        run.setEnabled(chooser.hasPolicies());
        result.add(
                chooser.hasPolicies()
                        ? new EmptyState(
                                "No verdict yet",
                                "Choose a policy, write a text, and press Ctrl+Enter. Nothing of it"
                                        + " is kept as traffic.")
                        : new EmptyState(
                                "No policy to try",
                                "An author writes one first.",
                                new Anchor("policies", "Go to Policies")));
        var sides = new Div(form, result);
        sides.addClassName("try-sides");
        add(
                new PageHead(
                        "Try it",
                        "See what a policy says of a text before anyone is judged by it."),
                sides);
    }

    private void classify() {
        try {
            var version = chooser.chosen();
            var text = content.content();
            if (version.isEmpty() || text.isEmpty()) {
                result.removeAll();
                result.add(
                        new EmptyState(
                                "Something is missing", "Choose a policy and write a text."));
                return;
            }
            var answer =
                    playground.tryOut(
                            new PlaygroundRequest(version.get().name(), text.get()), WAIT_SECONDS);
            show(Objects.requireNonNull(answer.getBody()));
        } finally {
            run.setEnabled(true);
        }
    }

    private void show(Classification classification) {
        result.removeAll();
        if (classification.status() == Classification.Status.PENDING) {
            result.add(new ThinkingPane(playground, classification, this::show));
            return;
        }
        if (classification.verdicts().isEmpty()) {
            result.add(given(classification));
            return;
        }
        for (var verdict : classification.verdicts()) {
            var policy = policies.bundle(verdict.policyVersion().sha256());
            result.add(
                    new VerdictPanel(verdict, true),
                    engineNote(verdict),
                    new H2("The policy, with the cited rule"),
                    new PolicyText(policy.text(), verdict.ruleIds()));
            remember(verdict);
        }
    }

    private static EmptyState given(Classification up) {
        var reason =
                up.outstanding().stream()
                        .map(Classification.Outstanding::reason)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("The job ended without one.");
        return new EmptyState("No verdict", reason + " Operators find the job at Operations.");
    }

    private static Paragraph engineNote(Verdict verdict) {
        var reasons = !verdict.model().name().contains("bge");
        var note =
                new Paragraph(
                        reasons
                                ? "The rationale is the model's own; check it against the policy."
                                : "The engine compares wording with the policy's clauses and examples."
                                        + " It does not reason.");
        note.addClassName("muted");
        return note;
    }

    private void remember(Verdict verdict) {
        if (tries.getComponentCount() == 0) {
            tries.add(new H2("This session"));
        }
        tries.addComponentAtIndex(1, new TryLine(verdict, content.summary()));
        if (tries.getComponentCount() > REMEMBERED + 1) {
            tries.remove(tries.getComponentAt(REMEMBERED + 1));
        }
    }

    List<String> remembered() {
        return tries.getChildren().map(line -> line.getElement().getTextRecursively()).toList();
    }
}
