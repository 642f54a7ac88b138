package dev.precept.registry.activation;

import static dev.precept.contracts.access.RoleName.POLICY_ACTIVATOR;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.rollout.Activation;
import dev.precept.contracts.rollout.ActivationApi;
import dev.precept.contracts.rollout.ActivationId;
import dev.precept.contracts.rollout.NewActivation;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.wire.Cursors;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ActivationController implements ActivationApi {

    private final ActivationDesk desk;
    private final CurrentActor actor;

    ActivationController(ActivationDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public Page<Activation> list(String slug, @Nullable String cursor) {
        return desk.page(slug, Cursors.id(cursor));
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public Activation schedule(String slug, NewActivation wish) {
        return desk.schedule(actor.get(), slug, wish);
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public Activation cancel(String slug, ActivationId id) {
        return desk.cancel(actor.get(), slug, id);
    }
}
