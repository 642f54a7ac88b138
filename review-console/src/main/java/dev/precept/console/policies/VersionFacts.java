package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.time.Moment;
import dev.precept.console.verdict.VerdictPanel;
import dev.precept.contracts.policy.PolicyVersion;
import java.util.Locale;

/// What is known of a version beside its text.
class VersionFacts extends Div {

    private static final long serialVersionUID = 1L;

    private final DescriptionList facts = new DescriptionList();

    VersionFacts(PolicyVersion version) {
        var summary = version.summary();
        addClassName("version-facts");
        facts.addClassName("facts");
        var state = new Div(StatusBadge.of(summary.status()));
        state.addClassName("badges");
        summary.aliases().forEach(alias -> state.add(StatusBadge.alias(alias)));
        fact("Version", new Span(Integer.toString(summary.number())));
        fact("State", state);
        fact("Author", new Span(summary.author()));
        fact("Changed", new Moment(summary.updatedAt()));
        var approver = summary.approvedBy();
        var approved = summary.approvedAt();
        if (approver != null && approved != null) {
            fact("Approved by", new Span(approver));
            fact("Approved", new Moment(approved));
        }
        var sha256 = summary.sha256();
        if (sha256 != null) {
            var hash = new Span(VerdictPanel.shortened(sha256));
            hash.addClassName("code");
            hash.setTitle(sha256);
            fact("SHA-256", hash);
        }
        fact("Rules", new Span(Integer.toString(version.rules().size())));
        fact("Examples", new Span(Integer.toString(version.examples().size())));
        fact("Tokens", new Span(String.format(Locale.ROOT, "%,d", version.lint().tokens())));
        add(facts);
    }

    private void fact(String term, Component value) {
        var description = new DescriptionList.Description();
        description.add(value);
        facts.add(new DescriptionList.Term(term), description);
    }
}
