package dev.precept.registry.goldenset;

import static java.util.stream.Collectors.toSet;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSearch;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyShelf;
import dev.precept.registry.policy.RuleSuccession;
import dev.precept.registry.wire.Cursors;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Golden sets. An import is one transaction: a bad case keeps all others out.
@Service
@Transactional
class StoredGoldenSets implements GoldenSets {

    private static final int MAX_IMPORT = 10_000;
    private static final int MAX_NAME = 100;
    private static final int MAX_NOTE = 2_000;

    private final PolicyShelf policies;
    private final GoldenCaseRows cases;
    private final RuleSuccession succession;
    private final Ledger ledger;
    private final Clock clock;

    StoredGoldenSets(
            PolicyShelf policies,
            GoldenCaseRows cases,
            RuleSuccession succession,
            Ledger ledger,
            Clock clock) {
        this.policies = policies;
        this.cases = cases;
        this.succession = succession;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(String slug, NewGoldenCase golden, String source, String actor) {
        return keep(slug, List.of(golden), source, actor) == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean protect(String slug, NewGoldenCase golden, String source, String actor) {
        cases.retireUnprotected(slug, golden, clock.instant());
        return keep(slug, List.of(golden), source, actor) == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String slug) {
        policies.hold(slug);
    }

    public GoldenImport.Result add(Actor actor, String slug, GoldenImport wish) {
        // imports of one policy go one after the other: two in different orders would wait for
        // each other's rows
        policies.hold(slug);
        if (wish.source().isBlank() || wish.source().length() > MAX_NAME) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "source has %d characters; give 1 to %d, for example hand."
                            .formatted(wish.source().length(), MAX_NAME));
        }
        if (wish.cases().size() > MAX_IMPORT) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The import has %,d cases; send at most %,d at a time."
                            .formatted(wish.cases().size(), MAX_IMPORT));
        }
        for (int index = 0; index < wish.cases().size(); index++) {
            var golden = wish.cases().get(index);
            requireUsable(index, golden.content());
            requireShort(index, "label", golden.expected().label(), MAX_NAME);
            requireShort(index, "ruleId", golden.expected().ruleId(), MAX_NAME);
            requireShort(index, "note", golden.note(), MAX_NOTE);
        }
        var added = keep(slug, wish.cases(), wish.source(), actor.name());
        return new GoldenImport.Result(added, wish.cases().size() - added);
    }

    @Transactional(readOnly = true)
    public Page<GoldenCase> search(String slug, GoldenSearch wanted, @Nullable String cursor) {
        policies.require(slug);
        var page = cases.page(slug, wanted, Cursors.id(cursor), Page.DEFAULT_SIZE);
        return page.with(told(slug, page.items()));
    }

    /// The cases, with word of where rules went that they expect.
    List<GoldenCase> told(String slug, List<GoldenCase> golden) {
        var ids =
                golden.stream()
                        .map(one -> one.expected().ruleId())
                        .filter(Objects::nonNull)
                        .collect(toSet());
        var ways = succession.now(slug, ids);
        return golden.stream().map(one -> one.with(ways.get(one.expected().ruleId()))).toList();
    }

    private int keep(String slug, List<NewGoldenCase> wish, String source, String actor) {
        var added = cases.insert(slug, wish, source, actor, clock.instant());
        if (added > 0) {
            ledger.append(
                    actor,
                    "golden.cases.added",
                    "policy:" + slug,
                    Map.of("added", added, "source", source));
        }
        return added;
    }

    private static void requireUsable(int index, Content content) {
        if (content.asText().isBlank() || content.length() > Content.MAX_CHARACTERS) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Case %d (from 0) has %,d characters; give 1 to %,d. Nothing was imported."
                            .formatted(index, content.length(), Content.MAX_CHARACTERS),
                    Map.of("index", index));
        }
    }

    private static void requireShort(int index, String field, @Nullable String value, int max) {
        if (value != null && value.length() > max) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Case %d (from 0): its %s has %,d characters; give at most %,d. Nothing was imported."
                            .formatted(index, field, value.length(), max),
                    Map.of("index", index));
        }
    }
}
