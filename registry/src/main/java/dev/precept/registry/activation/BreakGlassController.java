package dev.precept.registry.activation;

import static dev.precept.contracts.access.RoleName.POLICY_ACTIVATOR;
import static dev.precept.contracts.access.RoleName.POLICY_APPROVER;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.rollout.BreakGlass;
import dev.precept.contracts.rollout.BreakGlassApi;
import dev.precept.contracts.rollout.BreakGlassId;
import dev.precept.contracts.rollout.BreakGlassReview;
import dev.precept.contracts.rollout.NewBreakGlass;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.wire.Cursors;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BreakGlassController implements BreakGlassApi {

    private final BreakGlassDesk desk;
    private final CurrentActor actor;

    BreakGlassController(BreakGlassDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public Page<BreakGlass> list(String slug, @Nullable String cursor) {
        return desk.page(slug, Cursors.id(cursor));
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public BreakGlass breakGlass(String slug, String alias, NewBreakGlass wish) {
        return desk.breakGlass(actor.get(), slug, alias, wish);
    }

    @Override
    @RolesAllowed(POLICY_APPROVER)
    public BreakGlass review(String slug, BreakGlassId id, BreakGlassReview review) {
        return desk.review(actor.get(), slug, id, review);
    }
}
