package dev.precept.registry.policy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The policies and where their aliases point.
@Service
@Transactional
class PolicyCatalogue {

    private static final int MAX_NAME = 120;
    private static final int MAX_DESCRIPTION = 2_000;

    private final PolicyRows policies;
    private final VersionRows versions;
    private final Aliases aliases;
    private final AliasDesk desk;
    private final Ledger ledger;
    private final Clock clock;

    PolicyCatalogue(
            PolicyRows policies,
            VersionRows versions,
            Aliases aliases,
            AliasDesk desk,
            Ledger ledger,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.aliases = aliases;
        this.desk = desk;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Policy> page(Actor reader, String after, int size) {
        var rows = Page.of(policies.after(after, Limit.of(size + 1)), size, PolicyRow::slug);
        return rows.with(views(reader, rows.items()));
    }

    @Transactional(readOnly = true)
    public Policy get(Actor reader, String slug) {
        var row = policies.findById(slug).orElseThrow(() -> VersionDesk.noPolicy(slug));
        return views(reader, List.of(row)).getFirst();
    }

    public Policy create(Actor actor, NewPolicy wish) {
        requireText("name", wish.name(), MAX_NAME);
        requireText("owningTeam", wish.owningTeam(), MAX_NAME);
        requireText("description", wish.description(), MAX_DESCRIPTION);
        if (!wish.slug().matches("[a-z][a-z0-9-]{1,62}")) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A slug has 2 to 63 of a-z, 0-9 and -, a letter first.");
        }
        var now = clock.instant();
        if (policies.insert(
                        wish.slug(),
                        wish.name(),
                        wish.description(),
                        wish.owningTeam(),
                        actor.name(),
                        now)
                == 0) {
            throw new PreceptException(
                    ErrorCode.POLICY_EXISTS,
                    "There is a policy " + wish.slug() + "; open a draft of it, or choose a slug.");
        }
        ledger.append(
                actor.name(),
                "policy.created",
                VersionDesk.subject(wish.slug()),
                Map.of("name", wish.name(), "owningTeam", wish.owningTeam()));
        return get(actor, wish.slug());
    }

    public Policy point(Actor actor, String slug, String alias, AliasTarget target) {
        desk.point(actor, slug, alias, target);
        return get(actor, slug);
    }

    /// Of drafts, only what the reader may see counts.
    private List<Policy> views(Actor reader, List<PolicyRow> rows) {
        var slugs = rows.stream().map(PolicyRow::slug).toList();
        var latest = bySlug(versions.latestReadable(slugs, reader.name(), reader.is(Role.AUDITOR)));
        var inForce = bySlug(versions.inForce(slugs));
        var pointing = aliases.all();
        return rows.stream()
                .map(row ->
                        PolicyViews.policy(
                                row,
                                latest.get(row.slug()),
                                inForce.getOrDefault(row.slug(), latest.get(row.slug())),
                                pointing.getOrDefault(row.slug(), Map.of())))
                .toList();
    }

    private static Map<String, VersionRow> bySlug(List<VersionRow> versions) {
        return versions.stream().collect(Collectors.toMap(VersionRow::slug, Function.identity()));
    }

    private static void requireText(String field, String value, int max) {
        if (value.isBlank() || value.length() > max) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "%s has %d characters; give 1 to %d.".formatted(field, value.length(), max));
        }
    }
}
