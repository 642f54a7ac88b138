package dev.precept.registry.goldenset;

import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenSetVersion;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.wire.Cursors;
import dev.precept.registry.wire.PageSize;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GoldenSetVersionController implements GoldenSetVersionApi {

    private final FrozenGoldenSets sets;
    private final CurrentActor actor;

    GoldenSetVersionController(FrozenGoldenSets sets, CurrentActor actor) {
        this.sets = sets;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public Page<GoldenSetVersion> page(String slug, @Nullable String cursor, int size) {
        return sets.page(slug, Cursors.position(cursor, Integer.MAX_VALUE), PageSize.of(size));
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, REVIEW_LEAD})
    public GoldenSetVersion freeze(String slug) {
        return sets.freeze(slug, actor.get().name());
    }
}
