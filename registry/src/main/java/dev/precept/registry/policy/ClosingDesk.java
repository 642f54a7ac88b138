package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts drafts away that go nowhere, and takes them up again. Nothing is deleted: a version keeps
/// its number, its text and what was said of it.
@Service
@Transactional
class ClosingDesk {

    private final VersionRows versions;
    private final Ledger ledger;
    private final Clock clock;

    ClosingDesk(VersionRows versions, Ledger ledger, Clock clock) {
        this.versions = versions;
        this.ledger = ledger;
        this.clock = clock;
    }

    void close(Actor actor, String slug, int number) {
        var version = lock(actor, slug, number);
        VersionDesk.requireStatus(
                version, PolicyVersionStatus.DRAFT, "Take it back from review before.");
        version.close(clock.instant());
        write(actor, "policy.version.closed", version);
    }

    void reopen(Actor actor, String slug, int number) {
        var version = lock(actor, slug, number);
        VersionDesk.requireStatus(
                version, PolicyVersionStatus.CLOSED, "Only a closed draft is reopened.");
        version.reopen(clock.instant());
        write(actor, "policy.version.reopened", version);
    }

    private VersionRow lock(Actor actor, String slug, int number) {
        var version = versions.hold(slug, number);
        DraftPrivacy.requireWriter(actor, version);
        return version;
    }

    private void write(Actor actor, String type, VersionRow version) {
        versions.saveAndFlush(version);
        ledger.append(
                actor.name(),
                type,
                VersionDesk.subject(version.slug()),
                Map.of("number", version.number(), "revision", version.revision()));
    }
}
