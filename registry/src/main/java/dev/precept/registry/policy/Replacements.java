package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.Replacement;
import dev.precept.contracts.policy.Rule;
import dev.precept.registry.policy.Successors.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What approved versions said of the rules that they replaced. Bundles carry it, so it never
/// changes.
@Repository
@Transactional(readOnly = true)
class Replacements implements RuleSuccession {

    private final JdbcClient jdbc;
    private final Bundles bundles;

    Replacements(JdbcClient jdbc, Bundles bundles) {
        this.jdbc = jdbc;
        this.bundles = bundles;
    }

    @Override
    public Map<String, Optional<String>> of(PolicyVersionRef version, Set<String> ids) {
        var rules = new HashMap<String, Optional<String>>();
        ways(version, ids).forEach((id, way) -> rules.put(id, Optional.ofNullable(way.rule())));
        return rules;
    }

    @Override
    public Map<String, Replacement> now(String slug, Set<String> ids) {
        var now = new HashMap<String, Replacement>();
        if (!ids.isEmpty()) {
            inForce(slug)
                    .ifPresent(version ->
                            ways(version, ids)
                                    .forEach((id, way) ->
                                            now.put(
                                                    id,
                                                    new Replacement(
                                                            id, way.rule(), way.because()))));
        }
        return now;
    }

    private Map<String, Way> ways(PolicyVersionRef version, Set<String> ids) {
        var bundle = bundles.get(version.sha256());
        var rules = bundle.rules().stream().map(Rule::id).collect(Collectors.toSet());
        if (rules.containsAll(ids)) {
            return Map.of();
        }
        var successors = successors(version.slug(), version.number(), rules, bundle.replaced());
        var ways = new HashMap<String, Way>();
        for (var id : ids) {
            if (!rules.contains(id)) {
                successors.of(id).ifPresent(way -> ways.put(id, way));
            }
        }
        return ways;
    }

    private Optional<PolicyVersionRef> inForce(String slug) {
        return jdbc.sql(
                        """
                        select v.number, v.sha256
                          from policy_version v
                          left join policy_alias a
                            on a.slug = v.slug and a.number = v.number and a.alias = 'live'
                         where v.slug = ? and v.status = 'APPROVED'
                         order by a.alias nulls last, v.number desc limit 1
                        """)
                .param(slug)
                .query((row, _) ->
                        new PolicyVersionRef(slug, row.getInt("number"), row.getString("sha256")))
                .optional();
    }

    /// Every id that an approved version of a policy has replaced.
    Set<String> ids(String slug) {
        return said(slug, Integer.MAX_VALUE).stream()
                .flatMap(List::stream)
                .map(Replacement::id)
                .collect(Collectors.toSet());
    }

    /// @param own what the version itself says; it may be a draft
    Successors successors(String slug, int number, Set<String> rules, List<Replacement> own) {
        var said = new ArrayList<List<Replacement>>();
        said.add(own);
        said.addAll(said(slug, number));
        return new Successors(rules, said);
    }

    /// What approved versions before a number said, the newest first.
    private List<List<Replacement>> said(String slug, int before) {
        return jdbc
                .sql(
                        """
                        select v.sha256 from policy_version v join policy_bundle b using (sha256)
                         where v.slug = ? and v.number < ? and v.status in ('APPROVED', 'RETIRED')
                           and b.canonical like '%"replaced":[%'
                         order by v.number desc
                        """)
                .params(slug, before)
                .query((row, _) -> row.getString("sha256"))
                .stream()
                .map(sha256 -> bundles.get(sha256).replaced())
                .toList();
    }
}
