package dev.precept.console.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.SensitiveText;
import dev.precept.contracts.correction.CorrectionClusters.Cluster;
import dev.precept.contracts.correction.CorrectionClusters.NearRule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One cluster: what it says of the text, the figures behind that, and its most typical content.
final class ClusterCard extends Div {

    private static final long serialVersionUID = 1L;

    /// @param draft opens a draft from the cases; null where the person may not
    /// @param propose asks a model for a wording; null where none can be asked
    ClusterCard(Cluster cluster, @Nullable Runnable draft, @Nullable Runnable propose) {
        addClassNames("card", "cluster");
        var title = new H2(ClusterWords.cases(cluster.cases().size()));
        var finding = new Badge(ClusterWords.finding(cluster.finding()));
        finding.addThemeVariants(BadgeVariant.WARNING);
        var head = new Div(title, finding);
        head.addClassName("cluster-head");
        var because = new Paragraph(cluster.because());
        because.addClassName("wrap");
        var advice = new Paragraph(ClusterWords.advice(cluster.finding()));
        advice.addClassNames("muted", "wrap");
        add(head, because, advice, facts(cluster), new SensitiveText(cluster.typical()));
        var actions = new Div();
        actions.addClassName("page-actions");
        if (draft != null) {
            var open = new Button("Open a draft from these", _ -> draft.run());
            open.setDisableOnClick(true);
            actions.add(open);
        }
        if (propose != null) {
            actions.add(ask(propose));
        }
        actions.setVisible(actions.getComponentCount() > 0);
        add(actions);
    }

    /// Clicked twice it asks once; refused, it can be asked again.
    private static Button ask(Runnable propose) {
        var ask = new Button("Ask a model for a wording");
        ask.setDisableOnClick(true);
        ask.addClickListener(_ -> {
            try {
                propose.run();
            } finally {
                ask.setEnabled(true);
            }
        });
        return ask;
    }

    private static DescriptionList facts(Cluster cluster) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "People said", new Span(ClusterWords.right(cluster)));
        fact(facts, "The model cited", new Span(ClusterWords.cited(cluster)));
        var near = new Div();
        near.addClassName("cluster-near");
        cluster.near().stream().map(ClusterCard::near).forEach(near::add);
        fact(facts, "Nearest rules", near);
        return facts;
    }

    private static void fact(DescriptionList facts, String name, Component value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    /// The bar says what the number says; its width is all that it adds.
    private static Component near(NearRule rule) {
        var id = new Span(rule.ruleId());
        id.addClassName("code");
        var bar = new Div();
        bar.addClassName("cluster-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        double share = Math.clamp(rule.similarity(), 0, 1);
        bar.getStyle().set("--share", String.format(Locale.ROOT, "%.2f", share));
        var line = new Div(id, bar, new Span(String.format(Locale.ROOT, "%.2f", share)));
        line.addClassName("cluster-rule");
        return line;
    }
}
