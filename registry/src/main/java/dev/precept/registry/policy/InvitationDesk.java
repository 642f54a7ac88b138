package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.request.Invitation;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who else reads and writes a draft. Whoever wrote on it stays one of its writers, invited or not.
@Service
@Transactional
class InvitationDesk {

    private static final int MAX_NAME = 120;

    private final VersionRows versions;
    private final Ledger ledger;

    InvitationDesk(VersionRows versions, Ledger ledger) {
        this.versions = versions;
        this.ledger = ledger;
    }

    /// Nothing happens to somebody who is invited already.
    void invite(Actor actor, String slug, int number, Invitation invitation) {
        var person = invitation.person().strip();
        if (person.isEmpty() || person.length() > MAX_NAME) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Give a user name of 1 to %d characters.".formatted(MAX_NAME));
        }
        requireDraft(actor, slug, number);
        if (versions.invite(slug, number, person) > 0) {
            record(actor, "policy.version.invited", slug, number, person);
        }
    }

    /// @throws PreceptException `not-found` if the person is not invited
    void takeBack(Actor actor, String slug, int number, String person) {
        requireDraft(actor, slug, number);
        if (versions.uninvite(slug, number, person) == 0) {
            throw new PreceptException(
                    ErrorCode.NOT_FOUND,
                    "Nobody of that name is invited to version %d.".formatted(number));
        }
        record(actor, "policy.version.uninvited", slug, number, person);
    }

    private void requireDraft(Actor actor, String slug, int number) {
        var version = versions.hold(slug, number);
        DraftPrivacy.requireWriter(actor, version);
        VersionDesk.requireStatus(
                version, PolicyVersionStatus.DRAFT, "People are invited to drafts.");
    }

    private void record(Actor actor, String type, String slug, int number, String person) {
        ledger.append(
                actor.name(),
                type,
                VersionDesk.subject(slug),
                Map.of("number", number, "person", person));
    }
}
