package dev.precept.registry.correction;

import dev.precept.contracts.correction.TextKey;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.digest.Sha256;
import dev.precept.registry.policy.PolicyDirectory;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The sentences of live policies that contents are compared with.
@Component
class LiveTexts {

    private final PolicyDirectory policies;

    LiveTexts(PolicyDirectory policies) {
        this.policies = policies;
    }

    /// Nothing if the policy has no live version.
    Optional<PolicyBundle> live(String slug) {
        try {
            return Optional.of(
                    policies.bundle(policies.resolve(slug + "@" + Policy.LIVE).sha256()));
        } catch (PreceptException notLive) {
            if (notLive.code() == ErrorCode.UNKNOWN_POLICY) {
                return Optional.empty();
            }
            throw notLive;
        }
    }

    static Stream<TextKey> of(PolicyBundle bundle) {
        return Stream.concat(
                        bundle.rules().stream().map(rule -> rule.text()),
                        bundle.examples().stream().map(example -> example.text()))
                .map(text -> new TextKey(key(text), text));
    }

    static String key(String text) {
        return "text:" + Sha256.hex(text);
    }
}
