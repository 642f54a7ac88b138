package dev.precept.registry.correction;

import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;

import dev.precept.contracts.correction.CorrectedCase;
import dev.precept.contracts.correction.CorrectionApi;
import dev.precept.contracts.correction.CorrectionClusters;
import dev.precept.contracts.correction.CorrectionDraft;
import dev.precept.registry.access.ContentReader;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CorrectionController implements CorrectionApi {

    private final CorrectionDesk desk;
    private final CurrentActor actor;

    CorrectionController(CorrectionDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    @ContentReader
    public CorrectionClusters clusters(String slug) {
        return desk.clusters(slug);
    }

    @Override
    @ContentReader
    public List<CorrectedCase> cases(String slug, From cases) {
        return desk.cases(slug, cases.cases());
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public CorrectionDraft draft(String slug, From cases) {
        return desk.draft(actor.get(), slug, cases.cases());
    }
}
