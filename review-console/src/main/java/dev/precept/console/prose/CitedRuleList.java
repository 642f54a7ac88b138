package dev.precept.console.prose;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.precept.contracts.policy.CitedRule;
import java.util.List;

/// Rules that are gone and that people still rely on, each with where it went.
final class CitedRuleList extends UnorderedList {

    private static final long serialVersionUID = 1L;

    CitedRuleList(List<CitedRule> rules) {
        addClassName("cited-rules");
        rules.forEach(rule -> add(new ListItem(said(rule))));
    }

    private static String said(CitedRule rule) {
        var cited = " (cited by " + CitedRuleField.counts(rule) + ")";
        if (!rule.settled()) {
            return rule.id() + " → not said yet" + cited;
        }
        return rule.by() == null
                ? rule.id() + " → none, because " + rule.because() + cited
                : rule.id() + " → " + rule.by() + cited;
    }
}
