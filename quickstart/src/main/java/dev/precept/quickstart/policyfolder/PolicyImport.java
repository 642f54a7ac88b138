package dev.precept.quickstart.policyfolder;

import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.LintRequest;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings a folder into a registry: what differs is added, nothing is taken away, nothing approved.
///
/// Everything is looked at before anything is written. A step that fails leaves the ones before it,
/// and the next import goes on from there.
public final class PolicyImport {

    private static final int CASES_A_CALL = 5_000;

    private final RegistryPolicies registry;
    private final Wishes wishes;

    /// @param submit asks for approval of the version that has the folder's text
    /// @param replaceDraft writes over the newest version if it is a draft with another text
    public record Wishes(boolean submit, boolean replaceDraft) {}

    public PolicyImport(RegistryPolicies registry, Wishes wishes) {
        this.registry = registry;
        this.wishes = wishes;
    }

    /// What the linter says of the folder's text.
    public LintReport lint(PolicyFolder folder) {
        return registry.policies().lint(new LintRequest(folder.text()));
    }

    /// @return a line for each thing that was done; none if nothing had to be
    /// @throws IllegalStateException if the newest version that whoever imports may read is a draft
    ///   with another text; beside private drafts of others, another draft is opened
    public List<String> run(PolicyFolder folder) {
        var slug = folder.policy().slug();
        var done = new ArrayList<String>();
        var known = registry.find(slug);
        var latest = known == null ? null : known.latest();
        var there = known == null ? null : stored(known, latest);
        var differences = Differences.between(folder, there);
        if (latest != null && !differences.text().isEmpty()) {
            requireNoDraftInTheWay(latest);
        }
        if (known == null) {
            registry.policies().create(folder.policy());
            done.add("made the policy " + slug);
        }
        importCases(slug, differences, done);
        importText(folder, latest, differences, done);
        return done;
    }

    /// Sets the gates that the folder names, if they differ.
    ///
    /// @param approver may set gates
    /// @return what was done
    public static Optional<String> setGates(PolicyFolder folder, RegistryPolicies approver) {
        var slug = folder.policy().slug();
        var stored = approver.evaluations().gates(slug);
        if (folder.gates() == null || folder.gates().equals(stored.gates())) {
            return Optional.empty();
        }
        approver.evaluations()
                .setGates(slug, "\"" + stored.revision() + "\"", new GateEdit(folder.gates()));
        return Optional.of("set %d gates".formatted(folder.gates().size()));
    }

    private PolicyFolder stored(Policy known, @Nullable PolicyVersionSummary latest) {
        return latest == null
                ? new PolicyFolder(
                        new NewPolicy(
                                known.slug(),
                                known.name(),
                                known.description(),
                                known.owningTeam()),
                        "",
                        registry.goldenCases(known.slug()),
                        registry.evaluations().gates(known.slug()).gates())
                : registry.folder(known, latest.number());
    }

    private void requireNoDraftInTheWay(PolicyVersionSummary latest) {
        if (latest.status() == PolicyVersionStatus.DRAFT && !wishes.replaceDraft()) {
            throw new IllegalStateException(
                    "version %d of %s is a draft of %s with another text; submit or finish it, or write over it with --replace-draft"
                            .formatted(latest.number(), latest.slug(), latest.author()));
        }
    }

    private void importCases(String slug, Differences differences, List<String> done) {
        var cases = differences.added();
        for (int from = 0; from < cases.size(); from += CASES_A_CALL) {
            var some = cases.subList(from, Math.min(cases.size(), from + CASES_A_CALL));
            registry.golden().importCases(slug, new GoldenImport("folder", some));
        }
        if (!cases.isEmpty()) {
            done.add("added %d golden cases".formatted(cases.size()));
        }
    }

    private void importText(
            PolicyFolder folder,
            @Nullable PolicyVersionSummary latest,
            Differences differences,
            List<String> done) {
        var slug = folder.policy().slug();
        var standing = latest;
        if (standing == null || !differences.text().isEmpty()) {
            standing =
                    standing != null && standing.status() == PolicyVersionStatus.DRAFT
                            ? save(folder, standing)
                            : registry.policies()
                                    .draft(slug, new NewDraft(folder.text()))
                                    .summary();
            done.add(
                    "wrote version %d, a draft%s"
                            .formatted(standing.number(), beside(standing, latest)));
        }
        if (wishes.submit() && standing.status() == PolicyVersionStatus.DRAFT) {
            var submitted = registry.policies().submit(slug, standing.number()).summary();
            done.add(
                    "submitted version %d, bundle %s"
                            .formatted(
                                    submitted.number(),
                                    Objects.requireNonNull(submitted.sha256())));
        }
    }

    /// The private drafts of others that are newer than what could be read, in words.
    private String beside(PolicyVersionSummary written, @Nullable PolicyVersionSummary readable) {
        int known = readable == null ? 0 : readable.number();
        return registry.policies().versions(written.slug()).stream()
                .filter(version -> version.number() > known)
                .filter(version -> version.number() < written.number())
                .map(version ->
                        ", beside version %d, a private draft of %s"
                                .formatted(version.number(), version.author()))
                .collect(Collectors.joining());
    }

    private PolicyVersionSummary save(PolicyFolder folder, PolicyVersionSummary draft) {
        return registry.policies()
                .save(draft.slug(), draft.number(), new DraftEdit(draft.revision(), folder.text()))
                .summary();
    }
}
