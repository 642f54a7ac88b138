package dev.precept.registry.policy;

import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.policy.document.PolicyParser;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Versions with their text, for whoever may read them.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PolicyTexts {

    private final PolicyRows policies;
    private final VersionRows versions;

    PolicyTexts(PolicyRows policies, VersionRows versions) {
        this.policies = policies;
        this.versions = versions;
    }

    /// @throws PreceptException `not-found`, or `draft-private`
    public Text read(Actor actor, String slug, int number) {
        var version =
                versions.findBySlugAndNumber(slug, number)
                        .orElseThrow(() -> VersionDesk.noVersion(slug, number));
        DraftPrivacy.requireReader(actor, version);
        return new Text(
                number,
                version.revision(),
                version.text(),
                PolicyParser.parse(version.text()).rules());
    }

    /// As [#read]; nothing approves the version until the transaction ends.
    public Text hold(Actor actor, String slug, int number) {
        var _ = policies.lock(slug).orElseThrow(() -> VersionDesk.noPolicy(slug));
        return read(actor, slug, number);
    }

    /// Everybody who wrote on the version.
    public List<String> writers(String slug, int number) {
        return versions.findBySlugAndNumber(slug, number)
                .map(VersionRow::editors)
                .orElse(List.of());
    }

    /// A version as it stands.
    public record Text(int number, int revision, String text, List<Rule> rules) {

        public Text {
            rules = List.copyOf(rules);
        }
    }
}
