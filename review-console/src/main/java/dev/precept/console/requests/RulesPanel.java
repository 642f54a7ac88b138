package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.Section;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.request.ChangeRequestApi;

/// The rules in words, and the versions that are on their way through them.
@StyleSheet("context://precept/requests.css")
final class RulesPanel extends Div {

    private static final long serialVersionUID = 1L;

    RulesPanel(ChangeRequestApi requests, Rights rights, PolicyPage page) {
        addClassName("page-body");
        var rules = requests.rules(page.slug());
        var words = new UnorderedList();
        words.addClassName("rule-words");
        RuleWords.of(rules).forEach(word -> words.add(new ListItem(word)));
        var body = new Div(words);
        body.addClassName("page-body");
        if (rights.hold(RoleName.POLICY_APPROVER)) {
            var change =
                    new Button(
                            "Change rules",
                            _ ->
                                    new RulesEditor(requests, page.slug(), rules, page.reload())
                                            .open());
            body.add(new Div(change));
        } else {
            var note =
                    new Paragraph(
                            "Approvers change the rules, but not who wrote on a version that is not live yet.");
            note.addClassNames("muted", "wrap");
            body.add(note);
        }
        add(new Section("By these rules a version is approved", body), open(page));
    }

    private static Section open(PolicyPage page) {
        var links = new UnorderedList();
        links.addClassName("request-links");
        page.versions().stream()
                .filter(version -> version.status() == PolicyVersionStatus.IN_REVIEW)
                .forEach(version -> {
                    var link =
                            new Anchor(
                                    page.address("versions/%d/request".formatted(version.number())),
                                    "Version %d by %s"
                                            .formatted(version.number(), version.author()));
                    link.setRouterIgnore(false);
                    links.add(new ListItem(link));
                });
        return new Section(
                "In review",
                links.getComponentCount() == 0
                        ? new EmptyState(
                                "Nothing is in review", "A draft comes here when it is submitted.")
                        : links);
    }
}
