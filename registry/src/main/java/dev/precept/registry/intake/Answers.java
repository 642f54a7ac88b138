package dev.precept.registry.intake;

import dev.precept.contracts.intake.Classification;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// 200 for what has ended, 202 and where to ask again for what has not.
final class Answers {

    private Answers() {}

    static ResponseEntity<Classification> of(Classification known, String address) {
        var status =
                known.status() == Classification.Status.PENDING
                        ? HttpStatus.ACCEPTED
                        : HttpStatus.OK;
        return ResponseEntity.status(status).location(URI.create(address + known.id())).body(known);
    }
}
