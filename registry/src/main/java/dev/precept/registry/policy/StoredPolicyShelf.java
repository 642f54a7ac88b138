package dev.precept.registry.policy;

import static java.util.stream.Collectors.joining;

import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.document.PolicyParser;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class StoredPolicyShelf implements PolicyShelf {

    private final PolicyRows policies;
    private final VersionRows versions;
    private final Aliases aliases;
    private final Replacements replacements;

    StoredPolicyShelf(
            PolicyRows policies, VersionRows versions, Aliases aliases, Replacements replacements) {
        this.policies = policies;
        this.versions = versions;
        this.aliases = aliases;
        this.replacements = replacements;
    }

    @Override
    public void require(String slug) {
        if (!policies.existsById(slug)) {
            throw VersionDesk.noPolicy(slug);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String slug) {
        var _ = policies.lock(slug).orElseThrow(() -> VersionDesk.noPolicy(slug));
    }

    @Override
    public void refuseWriter(String slug, String person, String what) {
        versions.onItsWay(slug, person)
                .ifPresent(number -> {
                    throw new PreceptException(
                            ErrorCode.FOUR_EYES,
                            "You wrote on version %d, which is not live yet; another person must %s."
                                    .formatted(number, what));
                });
    }

    @Override
    public GoldenVocabulary vocabulary(String slug, String person) {
        require(slug);
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
}
