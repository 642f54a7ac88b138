package dev.precept.quickstart.policyfolder;

import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.LintRequest;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings a folder into a registry; nothing is approved, and golden cases that the folder lacks are
/// taken out of use only where that is wished.
///
/// Everything is looked at before anything is written. A step that fails leaves the ones before it,
/// and the next import goes on from there.
public final class PolicyImport {

    private final RegistryPolicies registry;
    private final Wishes wishes;

    /// @param submit asks for approval of the version that has the folder's text
    /// @param replaceDraft writes over the newest version if it is a draft with another text
    /// @param retire takes golden cases out of use that only the registry has
    public record Wishes(boolean submit, boolean replaceDraft, boolean retire) {}

    public PolicyImport(RegistryPolicies registry, Wishes wishes) {
        this.registry = registry;
        this.wishes = wishes;
    }

    /// What the linter says of the folder's text.
    public LintReport lint(PolicyFolder folder) {
        return registry.policies().lint(new LintRequest(folder.text()));
    }

    /// Gates are not set; see [#setGates].
    ///
    /// @param told gets a line for each thing that was done, as soon as it is
    /// @return what still differs
    /// @throws IllegalStateException if the newest version that whoever imports may read is a draft
    ///   with another text; beside private drafts of others, another draft is opened
    /// @throws RegistryRefusal if a step is refused
    public Remainder run(PolicyFolder folder, Consumer<String> told) {
        var slug = folder.policy().slug();
        var known = registry.find(slug);
        var latest = known == null ? null : known.latest();
        var stored =
                known == null
                        ? null
                        : registry.stored(known, latest == null ? null : latest.number());
        var differences = Differences.between(folder, stored == null ? null : stored.folder());
        if (latest != null && !differences.text().isEmpty()) {
            requireNoDraftInTheWay(latest);
        }
        if (known == null) {
            registry.policies().create(folder.policy());
            told.accept("made the policy " + slug);
        }
        importCases(new GoldenImportSteps(registry.golden(), slug, told), differences, stored);
        importText(folder, latest, differences, told);
        return new Remainder(
                differences.heading(),
                wishes.retire() ? 0 : differences.elsewhere().size(),
                differences.gates() != null);
    }

    /// Sets the gates that the folder names, if they differ.
    ///
    /// @param approver may set gates
    /// @return what was done
    public static Optional<String> setGates(PolicyFolder folder, RegistryPolicies approver) {
        var slug = folder.policy().slug();
        var stored = approver.evaluations().gates(slug);
        if (folder.gates() == null || Differences.sameGates(folder.gates(), stored.gates())) {
            return Optional.empty();
        }
        approver.evaluations()
                .setGates(slug, "\"" + stored.revision() + "\"", new GateEdit(folder.gates()));
        return Optional.of("set %d gates".formatted(folder.gates().size()));
    }

    private void requireNoDraftInTheWay(PolicyVersionSummary latest) {
        if (latest.status() == PolicyVersionStatus.DRAFT && !wishes.replaceDraft()) {
            throw new IllegalStateException(
                    "version %d of %s is a draft of %s with another text; submit or finish it, or write over it with --replace-draft"
                            .formatted(latest.number(), latest.slug(), latest.author()));
        }
    }

    private void importCases(
            GoldenImportSteps steps, Differences differences, @Nullable StoredPolicy stored) {
        steps.add(differences.added());
        if (stored != null) {
            steps.change(differences.changed(), stored);
            if (wishes.retire()) {
                steps.retire(differences.elsewhere(), stored);
            }
        }
    }

    private void importText(
            PolicyFolder folder,
            @Nullable PolicyVersionSummary latest,
            Differences differences,
            Consumer<String> told) {
        var slug = folder.policy().slug();
        var standing = latest;
        if (standing == null || !differences.text().isEmpty()) {
            standing =
                    standing != null && standing.status() == PolicyVersionStatus.DRAFT
                            ? save(folder, standing)
                            : registry.policies()
                                    .draft(slug, new NewDraft(folder.text()))
                                    .summary();
            told.accept(
                    "wrote version %d, a draft%s"
                            .formatted(standing.number(), beside(standing, latest)));
        }
        if (wishes.submit() && standing.status() == PolicyVersionStatus.DRAFT) {
            var submitted = registry.policies().submit(slug, standing.number()).summary();
            told.accept(
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
