package dev.precept.registry.policy;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSearch;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.document.PolicyParser;
import dev.precept.registry.wire.Cursors;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
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

    private final PolicyRows policies;
    private final VersionRows versions;
    private final Aliases aliases;
    private final GoldenCaseRows cases;
    private final Replacements replacements;
    private final Ledger ledger;
    private final Clock clock;

    StoredGoldenSets(
            PolicyRows policies,
            VersionRows versions,
            Aliases aliases,
            GoldenCaseRows cases,
            Replacements replacements,
            Ledger ledger,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.aliases = aliases;
        this.cases = cases;
        this.replacements = replacements;
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
        var _ = policies.lock(slug).orElseThrow(() -> VersionDesk.noPolicy(slug));
    }

    @Override
    @Transactional(readOnly = true)
    public void requirePolicy(String slug) {
        if (!policies.existsById(slug)) {
            throw VersionDesk.noPolicy(slug);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public GoldenVocabulary vocabulary(String slug, String person) {
        requirePolicy(slug);
        var labels = new HashSet<String>();
        var rules = new HashSet<String>();
        var numbers = new TreeSet<Integer>(Comparator.reverseOrder());
        versions.latestReadable(List.of(slug), person, false)
                .forEach(version -> numbers.add(version.number()));
        aliases.target(slug, Policy.LIVE).ifPresent(live -> numbers.add(live.number()));
        for (var number : numbers) {
            var document =
                    PolicyParser.parse(
                            versions.findBySlugAndNumber(slug, number)
                                    .map(VersionRow::text)
                                    .orElse(""));
            labels.addAll(document.frontMatter().labels().keySet());
            document.rules().forEach(rule -> rules.add(rule.id()));
        }
        return new GoldenVocabulary(
                labels,
                rules,
                replacements.ids(slug),
                numbers.stream().map(number -> "version " + number).collect(joining(" and ")));
    }

    public GoldenImport.Result add(Actor actor, String slug, GoldenImport wish) {
        // imports of one policy go one after the other: two in different orders would wait for
        // each other's rows
        var _ = policies.lock(slug).orElseThrow(() -> VersionDesk.noPolicy(slug));
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
        requirePolicy(slug);
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
        var ways = replacements.now(slug, ids);
        return golden.stream().map(one -> one.with(ways.get(one.expected().ruleId()))).toList();
    }

    private int keep(String slug, List<NewGoldenCase> wish, String source, String actor) {
        var added = cases.insert(slug, wish, source, actor, clock.instant());
        if (added > 0) {
            ledger.append(
                    actor,
                    "golden.cases.added",
                    VersionDesk.subject(slug),
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
