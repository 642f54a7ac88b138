package dev.precept.registry.policy;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PolicyRows extends Repository<PolicyRow, String> {

    /// @return 0 if there is a policy of this slug, whoever made it a moment ago
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    insert into policy (slug, name, description, owning_team, created_by, created_at)
                    values (:slug, :name, :description, :owningTeam, :createdBy, :createdAt)
                    on conflict (slug) do nothing
                    """)
    int insert(
            String slug,
            String name,
            String description,
            String owningTeam,
            String createdBy,
            Instant createdAt);

    boolean existsById(String slug);

    Optional<PolicyRow> findById(String slug);

    @Query("from PolicyRow where slug > :slug order by slug")
    List<PolicyRow> after(String slug, Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from PolicyRow where slug = :slug")
    Optional<PolicyRow> lock(String slug);
}
