package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.Share;
import dev.precept.console.time.Moment;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.verdict.ModelCard;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/// All that a run is bound to, so that it can be repeated, and what it took.
final class Pinned extends Div {

    private static final long serialVersionUID = 1L;

    private final DescriptionList facts = new DescriptionList();

    Pinned(EvaluationReport report) {
        addClassName("pinned");
        if (report.models().size() > 1) {
            var mixed =
                    new Paragraph(
                            "%d models answered, so these figures are of none of them alone. Run it again."
                                    .formatted(report.models().size()));
            mixed.addClassName("verdict-warning");
            add(mixed);
        }
        facts.addClassNames("facts", "card");
        add(facts);
        var run = report.evaluation();
        version(run);
        source(run.source());
        cases(run);
        report.models().forEach(this::model);
        var cost = report.cost();
        var millis = Duration.ofMillis(Math.round(1000 * cost.seconds()));
        fact("Inference", new Span(Moment.span(millis) + " in all"));
        if (cost.tokens() > 0) {
            fact("Tokens", new Span(Share.count(cost.tokens())));
        }
        fact(
                "Rationales",
                new Span(
                        String.format(
                                Locale.ROOT,
                                "%,.0f characters on average",
                                cost.meanRationaleLength())));
        var finished = run.finishedAt();
        if (finished != null) {
            fact("Ended", new Moment(finished));
        }
    }

    private void version(Evaluation run) {
        var version = run.policyVersion();
        var link =
                new Anchor(
                        "policies/%s/versions/%d".formatted(version.slug(), version.number()),
                        "Version " + version.number());
        fact("Policy", link, hash(version.sha256()));
    }

    private void source(EvaluationSource source) {
        var name = new Span(RunWords.source(source));
        switch (source) {
            case EvaluationSource.Golden golden -> {
                var hash = golden.sha256();
                fact("Run on", name, hash(hash == null ? "" : hash));
            }
            case EvaluationSource.Replay _ -> fact("Run on", name);
        }
    }

    private void cases(Evaluation run) {
        var repeats = run.repeats();
        if (repeats != null) {
            var earlier =
                    new Anchor(
                            RunWords.address(run.policyVersion().slug(), repeats),
                            "an earlier run");
            fact("Same cases as", earlier);
        }
    }

    private void model(ModelCard model) {
        fact("Model", new Span(model.name()), hash(model.digest()));
        fact("Runtime", new Span(model.runtime()));
        if (!model.settings().isEmpty()) {
            fact("Settings", new Span(settings(model)));
        }
    }

    private static String settings(ModelCard model) {
        return model.settings().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private void fact(String term, Component... values) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(values));
    }

    private static Span hash(String sha256) {
        var hash = new Span(sha256);
        hash.addClassNames("code", "hash", "muted");
        return hash;
    }
}
