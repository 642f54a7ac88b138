package dev.precept.registry.policy;

import static dev.precept.contracts.access.RoleName.POLICY_ACTIVATOR;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.Alias;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasMove;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.wire.Cursors;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AliasController implements AliasApi {

    private final AliasDesk desk;
    private final CurrentActor actor;

    AliasController(AliasDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public List<Alias> aliases(String slug) {
        return desk.list(slug);
    }

    @Override
    @AnyPerson
    public Page<AliasMove> moves(String slug, String alias, @Nullable String cursor) {
        return desk.moves(slug, alias, Cursors.number(cursor, Long.MAX_VALUE), Page.DEFAULT_SIZE);
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public Alias rollback(String slug, String alias, AliasRollback rollback) {
        return desk.rollback(actor.get(), slug, alias, rollback);
    }
}
