package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run is bound to, with hashes, as names and values for print.
final class PinnedFacts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private PinnedFacts() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    static List<List<String>> of(EvaluationReport report) {
        var run = report.evaluation();
        var facts = new ArrayList<List<String>>();
        facts.add(List.of("Evaluation", run.id().toString()));
        facts.add(List.of("State", run.state().name()));
        facts.add(List.of("Policy", run.policyVersion().slug()));
        facts.add(List.of("Version", Integer.toString(run.policyVersion().number())));
        facts.add(List.of("Version, SHA-256", run.policyVersion().sha256()));
        switch (run.source()) {
            case EvaluationSource.Golden set -> {
                facts.add(List.of("Golden set", String.valueOf(set.number())));
                facts.add(List.of("Golden set, SHA-256", String.valueOf(set.sha256())));
            }
            case EvaluationSource.Replay replay -> {
                facts.add(List.of("Replay of past items, at most", count(replay.count())));
                var since = replay.since();
                facts.add(List.of("Judged since", since == null ? "ever" : time(since)));
            }
        }
        for (var model : report.models()) {
            facts.add(List.of("Model", model.name()));
            facts.add(List.of("Model, digest", model.digest()));
            facts.add(List.of("Runtime", model.runtime()));
            model.settings().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(setting ->
                            facts.add(List.of("Setting " + setting.getKey(), setting.getValue())));
        }
        facts.add(List.of("Cases", count(run.progress().cases())));
        facts.add(List.of("Judged", count(run.progress().judged())));
        facts.add(List.of("Without a verdict", count(run.progress().failed())));
        facts.add(List.of("Started by", run.startedBy()));
        facts.add(List.of("Started", time(run.createdAt())));
        var finished = run.finishedAt();
        facts.add(List.of("Finished", finished == null ? "not yet" : time(finished)));
        return facts;
    }

    private static String count(int cases) {
        return String.format(Locale.ROOT, "%,d", cases);
    }
}
