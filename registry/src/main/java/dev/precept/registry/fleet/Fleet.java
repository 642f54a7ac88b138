package dev.precept.registry.fleet;

import dev.precept.contracts.fleet.Worker;
import dev.precept.contracts.fleet.WorkerId;
import java.util.Map;

/// The workers, for elsewhere in the registry.
public interface Fleet {

    /// Those that were heard of lately and have not said good-bye: ACTIVE or DRAINING.
    Map<WorkerId, Worker.Status> present();
}
