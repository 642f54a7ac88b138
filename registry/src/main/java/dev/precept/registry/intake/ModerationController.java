package dev.precept.registry.intake;

import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.intake.ModerationApi;
import dev.precept.contracts.intake.ModerationRequest;
import dev.precept.contracts.intake.ModerationResponse;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ModerationController implements ModerationApi {

    private final Moderations moderations;
    private final CurrentActor actor;

    ModerationController(Moderations moderations, CurrentActor actor) {
        this.moderations = moderations;
        this.actor = actor;
    }

    @Override
    @RolesAllowed(RoleName.SUBMITTER)
    public ModerationResponse moderate(ModerationRequest request) {
        return moderations.moderate(request, actor.get().name());
    }
}
