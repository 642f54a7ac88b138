package dev.precept.registry.ledger;

import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes to the ledger, within the caller's transaction; without one it refuses.
public interface Ledger {

    @Transactional(propagation = Propagation.MANDATORY)
    void append(List<Event> events);

    @Transactional(propagation = Propagation.MANDATORY)
    default void append(String actor, String type, String subject, Map<String, ?> payload) {
        append(List.of(new Event(actor, type, subject, payload)));
    }

    /// A change to be recorded.
    ///
    /// @param actor who did it: a user name, a service's name, or `precept` for the registry itself
    /// @param type dotted, past tense, for example `policy.version.approved`
    /// @param subject `kind:id`
    /// @param payload values that JSON can carry; never content
    record Event(String actor, String type, String subject, Map<String, ?> payload) {

        public Event {
            payload = Map.copyOf(payload);
        }
    }
}
