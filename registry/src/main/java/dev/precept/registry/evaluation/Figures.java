package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.EvaluationReport.Cell;
import dev.precept.contracts.evaluation.EvaluationReport.Lengths;
import dev.precept.contracts.evaluation.EvaluationReport.Protection;
import dev.precept.contracts.evaluation.EvaluationReport.Reasoning;
import dev.precept.contracts.evaluation.Interval;
import dev.precept.contracts.evaluation.Scores;
import dev.precept.contracts.verdict.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The figures of a run from its judged cases.
final class Figures {

    private final List<Judged> cases;

    Figures(List<Judged> cases) {
        this.cases = List.copyOf(cases);
    }

    List<Cell> matrix() {
        var cells = new ArrayList<Cell>();
        for (var expected : Outcome.values()) {
            for (var said : Outcome.values()) {
                int count =
                        count(
                                cases,
                                each ->
                                        each.expected().outcome() == expected
                                                && each.outcome() == said);
                if (count > 0) {
                    cells.add(new Cell(expected, said, count));
                }
            }
        }
        return cells;
    }

    Interval accuracy() {
        return Statistics.share(count(cases, Judged::right), cases.size());
    }

    Scores overall() {
        return violations(cases);
    }

    Map<String, Scores> labels() {
        return byName(each -> each.expected().label(), Judged::labels);
    }

    Map<String, Scores> rules() {
        return byName(each -> each.expected().ruleId(), Judged::ruleIds);
    }

    Map<String, Scores> languages() {
        var scores = new TreeMap<String, Scores>();
        cases.stream()
                .collect(
                        Collectors.groupingBy(
                                each -> Objects.requireNonNullElse(each.language(), "und")))
                .forEach((language, part) -> scores.put(language, violations(part)));
        return scores;
    }

    Protection protection() {
        return new Protection(
                count(cases, Judged::guarded),
                count(cases, each -> each.guarded() && !each.right()));
    }

    Reasoning reasoning() {
        return new Reasoning(lengths(Judged::right), lengths(each -> !each.right()));
    }

    private Lengths lengths(Predicate<Judged> wanted) {
        return Spread.of(cases.stream().filter(wanted).mapToInt(Judged::reasoning));
    }

    private Map<String, Scores> byName(
            Function<Judged, @Nullable String> expected, Function<Judged, List<String>> said) {
        var names =
                cases.stream()
                        .flatMap(each ->
                                Stream.concat(
                                        Stream.ofNullable(expected.apply(each)),
                                        said.apply(each).stream()))
                        .collect(Collectors.toCollection(TreeSet::new));
        var scores = new TreeMap<String, Scores>();
        for (var name : names) {
            scores.put(
                    name,
                    scores(
                            cases,
                            each -> name.equals(expected.apply(each)),
                            each -> said.apply(each).contains(name)));
        }
        return scores;
    }

    private static Scores violations(Collection<Judged> cases) {
        return scores(
                cases,
                each -> each.expected().outcome() == Outcome.VIOLATES,
                each -> each.outcome() == Outcome.VIOLATES);
    }

    private static Scores scores(
            Collection<Judged> cases, Predicate<Judged> expected, Predicate<Judged> found) {
        return Statistics.scores(
                count(cases, expected.and(found)),
                count(cases, found.and(expected.negate())),
                count(cases, expected.and(found.negate())),
                count(cases, expected.or(found).negate()));
    }

    private static int count(Collection<Judged> cases, Predicate<Judged> wanted) {
        return (int) cases.stream().filter(wanted).count();
    }
}
