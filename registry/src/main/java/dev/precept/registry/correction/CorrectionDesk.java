package dev.precept.registry.correction;

import dev.precept.contracts.correction.CorrectedCase;
import dev.precept.contracts.correction.CorrectionApi;
import dev.precept.contracts.correction.CorrectionClusters;
import dev.precept.contracts.correction.CorrectionClusters.Cluster;
import dev.precept.contracts.correction.CorrectionDraft;
import dev.precept.contracts.correction.TextKey;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.proposal.WordingTask.Correction;
import dev.precept.contracts.proposal.WordingTask.Opinion;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.access.Actor;
import dev.precept.registry.goldenset.GoldenSets;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyDrafts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Clusters what people overturned, and opens drafts from it.
@Service
@Transactional
class CorrectionDesk implements Corrections {

    /// Older ones are left out.
    static final int MOST_CASES = 500;

    private final OverturnedRows overturned;
    private final LiveTexts texts;
    private final Vectors vectors;
    private final GoldenSets golden;
    private final PolicyDrafts drafts;
    private final Ledger ledger;

    CorrectionDesk(
            OverturnedRows overturned,
            LiveTexts texts,
            Vectors vectors,
            GoldenSets golden,
            PolicyDrafts drafts,
            Ledger ledger) {
        this.overturned = overturned;
        this.texts = texts;
        this.vectors = vectors;
        this.golden = golden;
        this.drafts = drafts;
        this.ledger = ledger;
    }

    @Transactional(readOnly = true)
    public CorrectionClusters clusters(String slug) {
        var bundle = live(slug);
        var cases = new ArrayList<>(overturned.newest(slug, MOST_CASES));
        Collections.reverse(cases);
        var keys = cases.stream().map(Overturned::key).toList();
        var model = vectors.model(keys);
        if (model.isEmpty()) {
            return new CorrectionClusters(bundle.number(), cases.size(), List.of());
        }
        var known = vectors.of(model.get(), keys);
        var read = cases.stream().filter(each -> known.containsKey(each.key())).toList();
        var points =
                read.stream().map(each -> Objects.requireNonNull(known.get(each.key()))).toList();
        var standard =
                new Standard(
                        bundle,
                        vectors.of(model.get(), LiveTexts.of(bundle).map(TextKey::key).toList()));
        return new CorrectionClusters(
                bundle.number(),
                cases.size() - read.size(),
                Clustering.of(points, (one, other) -> oneRule(read.get(one), read.get(other)))
                        .stream()
                        .map(group ->
                                cluster(
                                        group.stream().map(read::get).toList(),
                                        Clustering.mean(group.stream().map(points::get).toList()),
                                        standard))
                        .toList());
    }

    private static boolean oneRule(Overturned one, Overturned other) {
        return one.cited().stream().anyMatch(other.cited()::contains);
    }

    private static Cluster cluster(List<Overturned> cases, float[] mean, Standard standard) {
        var right = new TreeMap<Outcome, Integer>();
        var cited = new TreeMap<String, Integer>();
        for (var each : cases) {
            right.merge(each.right().outcome(), 1, Integer::sum);
            each.cited().forEach(rule -> cited.merge(rule, 1, Integer::sum));
        }
        var near = standard.near(mean);
        var verdict = standard.of(near, right);
        return new Cluster(
                cases.stream().map(Overturned::id).toList(),
                right,
                cited,
                near,
                verdict.finding(),
                verdict.because(),
                cases.getFirst().content());
    }

    @Transactional(readOnly = true)
    public List<CorrectedCase> cases(String slug, List<CaseId> wanted) {
        return chosen(slug, wanted, CorrectionApi.MOST_READ).stream()
                .map(Overturned::told)
                .toList();
    }

    /// The cases become protected as people decided them; the text is for a person to mend.
    public CorrectionDraft draft(Actor actor, String slug, List<CaseId> wanted) {
        var bundle = live(slug);
        return draft(actor, slug, wanted, bundle.number(), bundle.text());
    }

    @Override
    public CorrectionDraft draft(
            Actor actor, String slug, List<CaseId> wanted, int base, String text) {
        golden.hold(slug);
        var cases = chosen(slug, wanted, MOST_CASES);
        int guarded = 0;
        for (var each : cases) {
            guarded += protect(slug, each, actor) ? 1 : 0;
        }
        int number = drafts.open(actor, slug, text, base);
        ledger.append(
                actor.name(),
                "policy.draft.from-corrections",
                "policy:" + slug,
                Map.of("number", number, "cases", cases.size(), "protected", guarded));
        return new CorrectionDraft(number, guarded);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Correction> corrections(String slug, List<CaseId> wanted) {
        return chosen(slug, wanted, MOST_CASES).stream().map(CorrectionDesk::correction).toList();
    }

    private static Correction correction(Overturned each) {
        var rule = each.right().ruleId();
        return new Correction(
                each.content(),
                new Opinion(each.said(), each.cited()),
                new Opinion(each.right().outcome(), rule == null ? List.of() : List.of(rule)),
                each.reason());
    }

    @Override
    @Transactional(readOnly = true)
    public PolicyBundle live(String slug) {
        return texts.live(slug)
                .orElseThrow(() ->
                        new PreceptException(
                                ErrorCode.NOT_FOUND,
                                "There is no policy %s with a live version.".formatted(slug)));
    }

    /// In the order in which they are named.
    private List<Overturned> chosen(String slug, List<CaseId> wanted, int most) {
        if (wanted.isEmpty() || wanted.size() > most) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "%d cases; give 1 to %d.".formatted(wanted.size(), most));
        }
        var ids = new LinkedHashSet<>(wanted);
        var known = overturned.of(slug, ids);
        var cases = ids.stream().map(known::get).filter(Objects::nonNull).toList();
        if (cases.size() < ids.size()) {
            throw new PreceptException(
                    ErrorCode.NOT_FOUND,
                    "%d of %d cases are no overturned ones of %s. Load the clusters again."
                            .formatted(ids.size() - cases.size(), ids.size(), slug));
        }
        return cases;
    }

    private boolean protect(String slug, Overturned each, Actor actor) {
        return golden.protect(
                slug,
                new NewGoldenCase(
                        each.content(),
                        each.right(),
                        each.reason().isBlank() ? null : each.reason(),
                        true),
                "case:" + each.id(),
                actor.name());
    }
}
