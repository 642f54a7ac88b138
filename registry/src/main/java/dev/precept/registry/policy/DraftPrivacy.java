package dev.precept.registry.policy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who sees the text of a draft: whoever wrote on it, whoever was invited, and auditors. Who sees a
/// submitted version: everybody.
@Component
class DraftPrivacy {

    private final VersionRows versions;
    private final JdbcClient jdbc;

    DraftPrivacy(VersionRows versions, JdbcClient jdbc) {
        this.versions = versions;
        this.jdbc = jdbc;
    }

    static void requireReader(Actor actor, VersionRow version) {
        if (version.isPrivate() && !actor.is(Role.AUDITOR) && !writes(actor, version)) {
            throw refused(version);
        }
    }

    static void requireWriter(Actor actor, VersionRow version) {
        if (!writes(actor, version)) {
            throw refused(version);
        }
    }

    static boolean writes(Actor actor, VersionRow version) {
        return version.wasWrittenBy(actor.name()) || version.invited().contains(actor.name());
    }

    void requireReader(Actor actor, String slug, int number) {
        versions.findBySlugAndNumber(slug, number)
                .ifPresent(version -> requireReader(actor, version));
    }

    /// A bundle is private while it is only what an evaluation or a trial kept of a draft.
    void requireBundleReader(Actor actor, String sha256) {
        if (actor.is(Role.WORKER)) {
            return;
        }
        jdbc.sql(
                        """
                        select slug, number from policy_bundle bundle
                         where sha256 = ?
                           and not exists (select from policy_opinion opinion
                                            where opinion.sha256 = bundle.sha256)
                        """)
                .param(sha256)
                .query((row, _) -> versions.findBySlugAndNumber(row.getString(1), row.getInt(2)))
                .optional()
                .flatMap(found -> found)
                .filter(version -> !sha256.equals(version.sha256()))
                .ifPresent(version -> requireReader(actor, version));
    }

    private static PreceptException refused(VersionRow version) {
        return new PreceptException(
                ErrorCode.DRAFT_PRIVATE,
                "Version %d of %s is a draft of %s. Ask to be invited, or wait until it is submitted."
                        .formatted(version.number(), version.slug(), version.author()));
    }
}
