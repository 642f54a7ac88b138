package dev.precept.registry.proposal;

import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.proposal.ProposalId;
import dev.precept.contracts.proposal.WordingAnswer;
import dev.precept.contracts.proposal.WordingTask;
import dev.precept.contracts.proposal.WordingTaskApi;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed(RoleName.WORKER)
class WordingTaskController implements WordingTaskApi {

    private final WordingTaskDesk desk;
    private final CurrentActor actor;

    WordingTaskController(WordingTaskDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    public List<WordingTask> claim(Claim claim) {
        return desk.claim(claim.worker()).stream().toList();
    }

    @Override
    public void answer(ProposalId id, WordingAnswer answer) {
        desk.answer(id, answer, actor.get().name());
    }
}
