package dev.precept.registry.goldenset;

import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenCaseEdit;
import dev.precept.contracts.policy.GoldenCaseId;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyShelf;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes cases of golden sets one by one. A case itself never changes, because frozen sets are
/// hashed over it: it retires, and another takes its place. So the id that a change names is also
/// the state that it is based on.
@Service
@Transactional
class GoldenChanges {

    /// What gates measure must not be taken away by whom they measure.
    private static final String PROTECTED = "change protected cases";

    private static final int MAX_NOTE = 2_000;

    private final PolicyShelf policies;
    private final StoredGoldenSets sets;
    private final GoldenCaseRows cases;
    private final Ledger ledger;
    private final Clock clock;

    GoldenChanges(
            PolicyShelf policies,
            StoredGoldenSets sets,
            GoldenCaseRows cases,
            Ledger ledger,
            Clock clock) {
        this.policies = policies;
        this.sets = sets;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    public GoldenCase change(Actor actor, String slug, GoldenCaseId id, GoldenCaseEdit edit) {
        policies.hold(slug);
        var known = inUse(slug, id);
        requireShort(edit.note());
        if (!edit.expected().equals(known.expected())) {
            requireKnown(actor, slug, edit.expected());
        }
        if (edit.expected().equals(known.expected())
                && Objects.equals(edit.note(), known.note())
                && edit.guarded() == known.guarded()) {
            return told(slug, known);
        }
        if (known.guarded() && (!edit.guarded() || !edit.expected().equals(known.expected()))) {
            policies.refuseWriter(slug, actor.name(), PROTECTED);
        }
        var now = clock.instant();
        cases.retire(id, now);
        var next = new NewGoldenCase(known.content(), edit.expected(), edit.note(), edit.guarded());
        cases.insert(slug, List.of(next), known.source(), actor.name(), now);
        var stored = cases.inUse(slug, known.content());
        ledger.append(
                actor.name(),
                "golden.case.changed",
                "policy:" + slug,
                Map.of("case", id.toString(), "now", stored.id().toString()));
        return told(slug, stored);
    }

    private GoldenCase told(String slug, GoldenCase golden) {
        return sets.told(slug, List.of(golden)).getFirst();
    }

    /// Nothing happens to a case that has retired already.
    public void retire(Actor actor, String slug, GoldenCaseId id) {
        policies.hold(slug);
        var known = find(slug, id);
        if (!known.retired()) {
            if (known.golden().guarded()) {
                policies.refuseWriter(slug, actor.name(), PROTECTED);
            }
            cases.retire(id, clock.instant());
            ledger.append(
                    actor.name(),
                    "golden.case.retired",
                    "policy:" + slug,
                    Map.of("case", id.toString()));
        }
    }

    private GoldenCase inUse(String slug, GoldenCaseId id) {
        var known = find(slug, id);
        if (known.retired()) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "The golden case was changed or taken out of use meanwhile. Load the set again.");
        }
        return known.golden();
    }

    private GoldenCaseRows.Stored find(String slug, GoldenCaseId id) {
        return cases.find(slug, id)
                .orElseThrow(() ->
                        new PreceptException(
                                ErrorCode.NOT_FOUND, "There is no golden case " + id + "."));
    }

    private static void requireShort(@Nullable String note) {
        if (note != null && note.length() > MAX_NOTE) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The note has %,d characters; give at most %,d."
                            .formatted(note.length(), MAX_NOTE));
        }
    }

    private void requireKnown(Actor actor, String slug, GoldenExpectation expected) {
        var known = policies.vocabulary(slug, actor.name());
        if (known.isKnown()) {
            requireKnown(
                    "rule", expected.ruleId(), known.rules(), known::hasRule, known.versions());
            requireKnown(
                    "label",
                    expected.label(),
                    known.labels(),
                    known.labels()::contains,
                    known.versions());
        }
    }

    private static void requireKnown(
            String what,
            @Nullable String name,
            Set<String> offered,
            Predicate<String> known,
            String versions) {
        if (name != null && !known.test(name)) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "There is no %s %s in %s; give one of %s, or none."
                            .formatted(
                                    what,
                                    name.length() > 64 ? "of that name" : name,
                                    versions,
                                    String.join(", ", offered.stream().sorted().toList())));
        }
    }
}
