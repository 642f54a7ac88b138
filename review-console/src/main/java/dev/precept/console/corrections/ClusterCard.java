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

/// One cluster: what it says of the text, the figures behind that, its most typical content, and
/// the cases for who wants to read them.
final class ClusterCard extends Div {

    private static final long serialVersionUID = 1L;

    ClusterCard(Cluster cluster, ClusterRoom room) {
        addClassNames("card", "cluster");
        var count = ClusterWords.cases(cluster.cases().size());
        var finding = new Badge(ClusterWords.finding(cluster.finding()));
        finding.addThemeVariants(BadgeVariant.WARNING);
        var head = new Div(new H2(count), finding);
        head.addClassName("cluster-head");
        var because = new Paragraph(cluster.because());
        because.addClassName("wrap");
        var advice = new Paragraph(ClusterWords.advice(cluster.finding()));
        advice.addClassNames("muted", "wrap");
        var typical = new SensitiveText(cluster.typical());
        add(head, because, advice, facts(cluster), typical, read(cluster, room, typical));
    }

    /// The cases take the place of the typical content, which is the first of them.
    private Button read(Cluster cluster, ClusterRoom room, SensitiveText typical) {
        int count = cluster.cases().size();
        var read = new Button(count == 1 ? "Read the case" : "Read the %d cases".formatted(count));
        read.addClickListener(_ -> {
            var cases = new ClusterCases(cluster.cases(), room);
            remove(typical, read);
            add(cases);
        });
        return read;
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
