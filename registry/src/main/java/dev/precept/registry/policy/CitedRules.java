package dev.precept.registry.policy;

import dev.precept.contracts.policy.CitedRule;
import dev.precept.contracts.policy.Replacement;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.diff.Pairing;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps rules that people still rely on from vanishing: an id that open cases or golden cases cite
/// is a rule of the next version, or the version says where it went.
@Component
class CitedRules {

    private final JdbcClient jdbc;
    private final VersionRows versions;
    private final Replacements replacements;

    CitedRules(JdbcClient jdbc, VersionRows versions, Replacements replacements) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.replacements = replacements;
    }

    private record Counts(int openCases, int goldenCases) {}

    /// @throws PreceptException `rules-cited`, with the counts for each id
    void requireSettled(VersionRow version, PolicyDocument document) {
        var open = unsettled(version, document);
        if (!open.isEmpty()) {
            throw new PreceptException(
                    ErrorCode.RULES_CITED, explained(open), Map.of("rules", open));
        }
    }

    /// What people still rely on and would be gone, with no word of where it went.
    List<CitedRule> unsettled(VersionRow version, PolicyDocument document) {
        return gone(version, document).stream().filter(rule -> !rule.settled()).toList();
    }

    static String explained(List<CitedRule> open) {
        return "%d %s would be gone and %s still cited: %s. Say under replaced, in the front matter, what stands for each now, for example %s: none, because nobody used it."
                .formatted(
                        open.size(),
                        open.size() == 1 ? "rule" : "rules",
                        open.size() == 1 ? "is" : "are",
                        open.stream().map(CitedRules::said).collect(Collectors.joining("; ")),
                        open.getFirst().id());
    }

    private static String said(CitedRule rule) {
        var by = new ArrayList<String>();
        if (rule.openCases() > 0) {
            by.add(counted(rule.openCases(), "open case"));
        }
        if (rule.goldenCases() > 0) {
            by.add(counted(rule.goldenCases(), "golden case"));
        }
        return rule.id() + " by " + String.join(" and ", by);
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /// What is cited, was a rule of an approved version, and is none of this one.
    List<CitedRule> gone(VersionRow version, PolicyDocument document) {
        var rules = document.rules().stream().map(Rule::id).collect(Collectors.toSet());
        var cited = cited(version.slug());
        cited.keySet().removeAll(rules);
        if (cited.isEmpty()) {
            return List.of();
        }
        var earlier = earlier(version);
        cited.keySet().retainAll(earlier.keySet());
        var own =
                document.frontMatter().replaced().stream()
                        .map(each -> new Replacement(each.id(), each.by(), each.because()))
                        .toList();
        var successors = replacements.successors(version.slug(), version.number(), rules, own);
        var likely = likely(cited, earlier, document);
        return cited.entrySet().stream()
                .map(entry -> {
                    var id = entry.getKey();
                    var way = successors.of(id);
                    return new CitedRule(
                            id,
                            entry.getValue().openCases(),
                            entry.getValue().goldenCases(),
                            way.isPresent(),
                            way.map(Successors.Way::rule).orElse(null),
                            way.map(Successors.Way::because).orElse(""),
                            likely.get(id));
                })
                .toList();
    }

    private Map<String, Counts> cited(String slug) {
        var cited = new TreeMap<String, Counts>();
        jdbc.sql(
                        """
                        select rule, sum(open)::int as open, sum(golden)::int as golden
                          from (select unnest(v.rule_ids) as rule, 1 as open, 0 as golden
                                  from review_case c join verdict v on v.id = c.verdict_id
                                 where c.policy_slug = :slug and c.state <> 'DECIDED'
                                union all
                                select rule_id, 0, 1 from golden_case
                                 where slug = :slug and rule_id is not null
                                   and retired_at is null) citation
                         group by rule
                        """)
                .param("slug", slug)
                .query(row -> {
                    cited.put(
                            row.getString("rule"),
                            new Counts(row.getInt("open"), row.getInt("golden")));
                });
        return cited;
    }

    /// Rules of approved versions before this one, each with its latest wording.
    private Map<String, Rule> earlier(VersionRow version) {
        var rules = new HashMap<String, Rule>();
        for (var before : versions.approvedBefore(version.slug(), version.number())) {
            for (var rule : PolicyParser.parse(before).rules()) {
                rules.putIfAbsent(rule.id(), rule);
            }
        }
        return rules;
    }

    private static Map<String, String> likely(
            Map<String, Counts> cited, Map<String, Rule> earlier, PolicyDocument document) {
        var gone = cited.keySet().stream().map(earlier::get).filter(Objects::nonNull).toList();
        var likely = new HashMap<String, String>();
        for (var rule : gone) {
            Pairing.of(
                            List.of(rule),
                            document.rules(),
                            Rule::text,
                            0.3,
                            (one, other) -> one.side() == other.side())
                    .stream()
                    .findFirst()
                    .ifPresent(pair -> likely.put(rule.id(), pair.after().id()));
        }
        return likely;
    }
}
