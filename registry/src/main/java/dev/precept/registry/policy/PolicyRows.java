package dev.precept.registry.policy;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PolicyRows extends Repository<PolicyRow, String> {

    PolicyRow saveAndFlush(PolicyRow policy);

    boolean existsById(String slug);

    Optional<PolicyRow> findById(String slug);

    @Query("from PolicyRow order by slug")
    List<PolicyRow> inOrder();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from PolicyRow where slug = :slug")
    Optional<PolicyRow> lock(String slug);
}
