package dev.precept.registry.correction;

import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.correction.EmbeddingApi;
import dev.precept.contracts.correction.Embeddings;
import dev.precept.contracts.correction.TextKey;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed(RoleName.WORKER)
class EmbeddingController implements EmbeddingApi {

    private final EmbeddingDesk desk;
    private final CurrentActor actor;

    EmbeddingController(EmbeddingDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    public List<TextKey> missing(String model, @Nullable Set<String> except) {
        return desk.missing(model, except == null ? Set.of() : except);
    }

    @Override
    public void keep(Embeddings embeddings) {
        desk.keep(embeddings, actor.get().name());
    }
}
