package dev.precept.registry.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A policy; its row is also the lock under which its versions get their numbers.
@Entity
@Table(name = "policy")
class PolicyRow {

    @Id private String slug = "";
    private String name = "";
    private String description = "";
    private String owningTeam = "";
    private String createdBy = "";
    private Instant createdAt = Instant.EPOCH;

    protected PolicyRow() {}

    String slug() {
        return slug;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    String owningTeam() {
        return owningTeam;
    }

    Instant createdAt() {
        return createdAt;
    }
}
