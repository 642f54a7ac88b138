package dev.precept.registry.policy;

import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GoldenSetController implements GoldenSetApi {

    private final StoredGoldenSets sets;
    private final CurrentActor actor;

    GoldenSetController(StoredGoldenSets sets, CurrentActor actor) {
        this.sets = sets;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public Page<GoldenCase> list(String slug, @Nullable String cursor) {
        return sets.page(slug, cursor);
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, REVIEW_LEAD})
    public GoldenImport.Result importCases(String slug, GoldenImport cases) {
        return sets.add(actor.get(), slug, cases);
    }
}
