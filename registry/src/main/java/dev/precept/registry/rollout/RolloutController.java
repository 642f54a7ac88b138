package dev.precept.registry.rollout;

import static dev.precept.contracts.access.RoleName.POLICY_ACTIVATOR;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.rollout.Disagreement;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.RolloutAction;
import dev.precept.contracts.rollout.RolloutApi;
import dev.precept.contracts.rollout.RolloutEvent;
import dev.precept.contracts.rollout.RolloutId;
import dev.precept.contracts.rollout.RolloutPoint;
import dev.precept.contracts.rollout.RolloutStep;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.ContentReader;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.wire.Cursors;
import dev.precept.registry.wire.PageSize;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RolloutController implements RolloutApi {

    private final RolloutDesk desk;
    private final RolloutEvents history;
    private final Findings findings;
    private final CurrentActor actor;

    RolloutController(
            RolloutDesk desk, RolloutEvents history, Findings findings, CurrentActor actor) {
        this.desk = desk;
        this.history = history;
        this.findings = findings;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public Page<Rollout> list(String slug, @Nullable String cursor) {
        return desk.page(slug, Cursors.id(cursor));
    }

    @Override
    @AnyPerson
    public List<Rollout> open(String slug) {
        return desk.open(slug);
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public Rollout start(String slug, NewRollout wish) {
        return desk.start(actor.get(), slug, wish);
    }

    @Override
    @AnyPerson
    public Rollout get(String slug, RolloutId id) {
        return desk.get(slug, id);
    }

    @Override
    @AnyPerson
    public Page<RolloutEvent> events(String slug, RolloutId id, @Nullable String cursor, int size) {
        return history.page(
                desk.find(slug, id).id(),
                Cursors.number(cursor, Long.MAX_VALUE),
                PageSize.of(size));
    }

    @Override
    @AnyPerson
    public List<RolloutPoint> course(String slug, RolloutId id) {
        return findings.course(desk.find(slug, id));
    }

    @Override
    @ContentReader
    public Page<Disagreement> disagreements(
            String slug,
            RolloutId id,
            @Nullable Outcome was,
            @Nullable Outcome is,
            @Nullable String cursor) {
        return findings.disagreements(
                desk.find(slug, id).id(), was, is, Cursors.number(cursor, Long.MAX_VALUE));
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public Rollout step(String slug, RolloutId id, String revision, RolloutStep step) {
        return desk.step(actor.get(), slug, id, revision, step);
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public Rollout halt(String slug, RolloutId id, RolloutAction action) {
        return desk.halt(actor.get(), slug, id, action);
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public Rollout resume(String slug, RolloutId id, String revision, RolloutAction action) {
        return desk.resume(actor.get(), slug, id, revision, action);
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public Rollout promote(String slug, RolloutId id, String revision, RolloutAction action) {
        return desk.promote(actor.get(), slug, id, revision, action);
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public Rollout abort(String slug, RolloutId id, RolloutAction action) {
        return desk.abort(actor.get(), slug, id, action);
    }
}
