package dev.precept.registry.policy;

import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Resolves names with one query each.
@Component
class StoredPolicyDirectory implements PolicyDirectory {

    private static final Pattern NAME =
            Pattern.compile("([a-z][a-z0-9-]{1,62})(?:@([a-z0-9-]{1,32}))?");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final PolicyRows policies;
    private final VersionRows versions;
    private final Aliases aliases;
    private final Bundles bundles;
    private final Submission submission;

    StoredPolicyDirectory(
            PolicyRows policies,
            VersionRows versions,
            Aliases aliases,
            Bundles bundles,
            Submission submission) {
        this.policies = policies;
        this.versions = versions;
        this.aliases = aliases;
        this.bundles = bundles;
        this.submission = submission;
    }

    @Override
    @Transactional(readOnly = true)
    public PolicyVersionRef resolve(String name) {
        return ask(name).version();
    }

    @Override
    @Transactional(readOnly = true)
    public Asked ask(String name) {
        var parsed = parse(name);
        var slug = parsed.group(1);
        var which = which(parsed);
        if (!NUMBER.matcher(which).matches()) {
            return new Asked(aliased(slug, which), which);
        }
        var number = Integer.parseInt(which);
        var version =
                versions.standing(slug, number).orElseThrow(() -> unknownVersion(slug, number));
        if (version.status() != PolicyVersionStatus.APPROVED) {
            throw unknown(
                    "Version %s of %s is %s; traffic may use approved versions only."
                            .formatted(which, slug, version.status()));
        }
        return new Asked(
                new PolicyVersionRef(slug, number, Objects.requireNonNull(version.sha256())), null);
    }

    @Override
    @Transactional
    public PolicyVersionRef resolveForPlayground(Actor reader, String name) {
        var parsed = parse(name);
        var slug = parsed.group(1);
        var which = which(parsed);
        if (!NUMBER.matcher(which).matches()) {
            return aliased(slug, which);
        }
        var number = Integer.parseInt(which);
        var version = version(slug, number);
        DraftPrivacy.requireReader(reader, version);
        var sealed = version.sha256();
        return sealed == null
                ? submission.snapshot(version)
                : new PolicyVersionRef(slug, number, sealed);
    }

    @Override
    public Optional<String> hash(String slug, int number) {
        var version = version(slug, number);
        var sealed = version.sha256();
        return sealed == null ? submission.hash(version) : Optional.of(sealed);
    }

    private VersionRow version(String slug, int number) {
        return versions.findBySlugAndNumber(slug, number)
                .orElseThrow(() -> unknownVersion(slug, number));
    }

    @Override
    public PolicyBundle bundle(String sha256) {
        return bundles.get(sha256);
    }

    private PolicyVersionRef aliased(String slug, String alias) {
        return aliases.target(slug, alias)
                .map(target -> new PolicyVersionRef(slug, target.number(), target.sha256()))
                .orElseThrow(() -> unknownAlias(slug, alias));
    }

    private PreceptException unknownVersion(String slug, int number) {
        return policies.existsById(slug)
                ? unknown(
                        "The policy %s has no version %d; its highest is %d."
                                .formatted(slug, number, versions.highestNumber(slug)))
                : unknownPolicy(slug);
    }

    private PreceptException unknownAlias(String slug, String alias) {
        if (!policies.existsById(slug)) {
            return unknownPolicy(slug);
        }
        var known = aliases.all().get(slug);
        return unknown(
                known == null
                        ? "The policy %s has no alias yet: approve a version and make it %s."
                                .formatted(slug, Policy.LIVE)
                        : "The policy %s has no alias %s; it has %s."
                                .formatted(slug, alias, String.join(", ", known.keySet())));
    }

    private PreceptException unknownPolicy(String slug) {
        var known = policies.after("", Limit.of(20)).stream().map(PolicyRow::slug).toList();
        return unknown(
                "There is no policy %s; there %s."
                        .formatted(
                                slug,
                                known.isEmpty()
                                        ? "is none yet"
                                        : "are " + String.join(", ", known)));
    }

    private static Matcher parse(String name) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw unknown(
                    "Name a policy as slug, slug@alias or slug@number, for example spam@live.");
        }
        return matcher;
    }

    private static String which(Matcher parsed) {
        return Objects.requireNonNullElse(parsed.group(2), Policy.LIVE);
    }

    private static PreceptException unknown(String detail) {
        return new PreceptException(ErrorCode.UNKNOWN_POLICY, detail);
    }
}
