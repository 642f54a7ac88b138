package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.Replacement;
import dev.precept.contracts.policy.Rule;
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
        var bundle = bundles.get(version.sha256());
        var rules = bundle.rules().stream().map(Rule::id).collect(Collectors.toSet());
        if (rules.containsAll(ids)) {
            return Map.of();
        }
        var successors = successors(version.slug(), version.number(), rules, bundle.replaced());
        var ways = new HashMap<String, Optional<String>>();
        for (var id : ids) {
            if (!rules.contains(id)) {
                successors.of(id).ifPresent(way -> ways.put(id, Optional.ofNullable(way.rule())));
            }
        }
        return ways;
    }

    /// @param own what the version itself says; it may be a draft
    Successors successors(String slug, int number, Set<String> rules, List<Replacement> own) {
        var said = new ArrayList<List<Replacement>>();
        said.add(own);
        jdbc.sql(
                        """
                        select v.sha256 from policy_version v join policy_bundle b using (sha256)
                         where v.slug = ? and v.number < ? and v.status in ('APPROVED', 'RETIRED')
                           and b.canonical like '%"replaced":[%'
                         order by v.number desc
                        """)
                .params(slug, number)
                .query(String.class)
                .list()
                .forEach(sha256 -> said.add(bundles.get(sha256).replaced()));
        return new Successors(rules, said);
    }
}
