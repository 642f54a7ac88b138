package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.request.Merge;
import dev.precept.contracts.request.Rebase;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.ThreeWayMerge;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Brings a draft onto what was approved since it was begun.
@Service
@Transactional
class RebaseDesk {

    private static final Pattern MARKER = Pattern.compile("(?m)^(<{7}|={7}|>{7})( |$)");

    private final PolicyRows policies;
    private final VersionRows versions;
    private final Requests requests;
    private final Ledger ledger;
    private final Clock clock;

    RebaseDesk(
            PolicyRows policies,
            VersionRows versions,
            Requests requests,
            Ledger ledger,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.requests = requests;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Merge merge(Actor actor, String slug, int number) {
        var draft = find(slug, number);
        DraftPrivacy.requireReader(actor, draft);
        int onto = onto(draft);
        var base = draft.baseNumber();
        var chunks =
                ThreeWayMerge.of(
                        base == null ? "" : find(slug, base).text(),
                        draft.text(),
                        find(slug, onto).text());
        int conflicts =
                (int) chunks.stream().filter(it -> it.kind() == Merge.Kind.CONFLICT).count();
        return new Merge(base, onto, draft.revision(), conflicts, chunks);
    }

    /// The merged text is the draft's new text, and what was merged in its new base.
    public VersionRow rebase(Actor actor, String slug, int number, Rebase rebase) {
        PolicyDocument.requireSize(rebase.text());
        var _ = policies.lock(slug).orElseThrow(() -> VersionDesk.noPolicy(slug));
        var draft = versions.hold(slug, number);
        DraftPrivacy.requireWriter(actor, draft);
        if (draft.status() != PolicyVersionStatus.DRAFT) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "Version %d is %s, not DRAFT. Take it back from review first."
                            .formatted(number, draft.status()));
        }
        int onto = onto(draft);
        if (draft.revision() != rebase.revision() || onto != rebase.onto()) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "You merged revision %d onto version %d; the draft is at revision %d, and version %d was approved last. Merge again."
                            .formatted(rebase.revision(), rebase.onto(), draft.revision(), onto),
                    Map.of("revision", draft.revision(), "onto", onto));
        }
        requireResolved(rebase.text());
        var facts = new HashMap<String, Object>();
        facts.put("number", number);
        facts.put("onto", onto);
        var base = draft.baseNumber();
        if (base != null) {
            facts.put("base", base);
        }
        draft.edit(rebase.text(), actor.name(), clock.instant());
        draft.basedOn(onto, versions.approvedCount(slug));
        versions.saveAndFlush(draft);
        facts.put("revision", draft.revision());
        ledger.append(actor.name(), "policy.version.rebased", VersionDesk.subject(slug), facts);
        return draft;
    }

    private int onto(VersionRow draft) {
        return requests.moved(draft)
                .orElseThrow(() ->
                        new PreceptException(
                                ErrorCode.WRONG_STATE,
                                "No version was approved since version %d was begun: there is nothing to merge."
                                        .formatted(draft.number())));
    }

    private VersionRow find(String slug, int number) {
        return versions.findBySlugAndNumber(slug, number)
                .orElseThrow(() -> VersionDesk.noVersion(slug, number));
    }

    private static void requireResolved(String text) {
        var marker = MARKER.matcher(text);
        if (marker.find()) {
            long line = text.substring(0, marker.start()).lines().count() + 1;
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Line %d is the mark of a conflict. Decide what stands there.".formatted(line),
                    Map.of("line", line));
        }
    }
}
