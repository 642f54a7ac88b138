package dev.precept.registry.intake;

import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.PlaygroundApi;
import dev.precept.contracts.intake.PlaygroundRequest;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed({
    RoleName.POLICY_AUTHOR,
    RoleName.POLICY_APPROVER,
    RoleName.POLICY_ACTIVATOR,
    RoleName.REVIEWER,
    RoleName.REVIEW_LEAD
})
class PlaygroundController implements PlaygroundApi {

    private final ClassificationDesk desk;
    private final VerdictWait wait;
    private final OwnTries tries;
    private final CurrentActor actor;

    PlaygroundController(
            ClassificationDesk desk, VerdictWait wait, OwnTries tries, CurrentActor actor) {
        this.desk = desk;
        this.wait = wait;
        this.tries = tries;
        this.actor = actor;
    }

    @Override
    public ResponseEntity<Classification> tryOut(PlaygroundRequest request, int seconds) {
        var patience = SubmissionRules.wait(seconds);
        var id = desk.tryOut(request, actor.get());
        return Answers.of(wait.await(id, patience), "/v1/playground/");
    }

    @Override
    public Classification get(ItemId id) {
        return tries.get(id, actor.get().name());
    }
}
