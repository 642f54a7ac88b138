package dev.precept.registry.goldenset;

import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenCaseEdit;
import dev.precept.contracts.policy.GoldenCaseId;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSearch;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.registry.access.ContentReader;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GoldenSetController implements GoldenSetApi {

    private final StoredGoldenSets sets;
    private final GoldenChanges changes;
    private final CurrentActor actor;

    GoldenSetController(StoredGoldenSets sets, GoldenChanges changes, CurrentActor actor) {
        this.sets = sets;
        this.changes = changes;
        this.actor = actor;
    }

    @Override
    @ContentReader
    public Page<GoldenCase> list(String slug, @Nullable String cursor) {
        return sets.search(slug, GoldenSearch.ALL, cursor);
    }

    @Override
    @ContentReader
    public Page<GoldenCase> search(String slug, GoldenSearch search, @Nullable String cursor) {
        return sets.search(slug, search, cursor);
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, REVIEW_LEAD})
    public GoldenCase change(String slug, GoldenCaseId id, GoldenCaseEdit edit) {
        return changes.change(actor.get(), slug, id, edit);
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, REVIEW_LEAD})
    public void retire(String slug, GoldenCaseId id) {
        changes.retire(actor.get(), slug, id);
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, REVIEW_LEAD})
    public GoldenImport.Result importCases(String slug, GoldenImport cases) {
        return sets.add(actor.get(), slug, cases);
    }
}
