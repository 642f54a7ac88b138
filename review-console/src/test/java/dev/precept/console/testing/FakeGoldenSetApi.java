package dev.precept.console.testing;

import dev.precept.contracts.content.Message;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenCaseEdit;
import dev.precept.contracts.policy.GoldenCaseId;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSearch;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.Replacement;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.verdict.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The golden set of `spam`.
public final class FakeGoldenSetApi implements GoldenSetApi {

    private final List<GoldenCase> cases = new ArrayList<>();
    private final Map<String, Replacement> replaced = new HashMap<>();

    public FakeGoldenSetApi add(String text, Outcome outcome, @Nullable String rule) {
        var golden =
                new NewGoldenCase(
                        new Message(text), new GoldenExpectation(outcome, null, rule), null);
        cases.addFirst(stored(golden, "hand"));
        return this;
    }

    /// A rule that versions have replaced.
    public FakeGoldenSetApi replaced(Replacement way) {
        replaced.put(way.id(), way);
        return this;
    }

    @Override
    public Page<GoldenCase> list(String slug, @Nullable String cursor) {
        return new Page<>(cases, null);
    }

    @Override
    public Page<GoldenCase> search(String slug, GoldenSearch wanted, @Nullable String cursor) {
        return new Page<>(
                cases.stream()
                        .filter(each ->
                                wanted.outcome() == null
                                        || each.expected().outcome() == wanted.outcome())
                        .filter(each ->
                                wanted.text() == null
                                        || each.content().asText().contains(wanted.text()))
                        .toList(),
                null);
    }

    @Override
    public GoldenCase change(String slug, GoldenCaseId id, GoldenCaseEdit edit) {
        var known =
                cases.stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                new PreceptException(ErrorCode.STALE_WRITE, "It was changed."));
        var next =
                stored(
                        new NewGoldenCase(
                                known.content(), edit.expected(), edit.note(), edit.guarded()),
                        known.source());
        cases.remove(known);
        cases.addFirst(next);
        return next;
    }

    @Override
    public void retire(String slug, GoldenCaseId id) {
        cases.removeIf(each -> each.id().equals(id));
    }

    @Override
    public GoldenImport.Result importCases(String slug, GoldenImport added) {
        int known = 0;
        for (var golden : added.cases()) {
            if (cases.stream().anyMatch(each -> each.content().equals(golden.content()))) {
                known++;
            } else {
                cases.addFirst(stored(golden, added.source()));
            }
        }
        return new GoldenImport.Result(added.cases().size() - known, known);
    }

    private GoldenCase stored(NewGoldenCase golden, String source) {
        return new GoldenCase(
                new GoldenCaseId(UUID.randomUUID()),
                "spam",
                golden.content(),
                golden.expected(),
                golden.note(),
                source,
                "ava",
                Samples.NOW,
                Boolean.TRUE.equals(golden.guarded()),
                replaced.get(golden.expected().ruleId()));
    }
}
