package dev.precept.registry.proposal;

import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.correction.CorrectionDraft;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.proposal.NewProposal;
import dev.precept.contracts.proposal.ProposalApi;
import dev.precept.contracts.proposal.ProposalId;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.wire.Cursors;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProposalController implements ProposalApi {

    private static final Set<Role> SEE_CONTENTS =
            EnumSet.of(Role.POLICY_AUTHOR, Role.REVIEWER, Role.REVIEW_LEAD, Role.AUDITOR);

    private final ProposalDesk desk;
    private final CurrentActor actor;

    ProposalController(ProposalDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public Page<WordingProposal> list(
            String slug, @Nullable Integer draft, @Nullable String cursor) {
        var page = desk.page(slug, draft, Cursors.id(cursor));
        return page.with(page.items().stream().map(this::shown).toList());
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public WordingProposal propose(String slug, NewProposal wish) {
        return desk.propose(actor.get(), slug, wish);
    }

    @Override
    @AnyPerson
    public WordingProposal get(String slug, ProposalId id) {
        return shown(desk.get(slug, id));
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public WordingProposal cancel(String slug, ProposalId id) {
        return desk.cancel(actor.get(), slug, id);
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public CorrectionDraft draft(String slug, ProposalId id) {
        return desk.draft(actor.get(), slug, id);
    }

    private WordingProposal shown(WordingProposal proposal) {
        return Collections.disjoint(actor.get().roles(), SEE_CONTENTS)
                ? proposal.withoutContents()
                : proposal;
    }
}
