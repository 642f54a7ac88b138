package dev.precept.registry.review;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseRows extends Repository<CaseRow, UUID> {

    Optional<CaseRow> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from CaseRow where id = :id")
    Optional<CaseRow> lock(UUID id);

    @Query("from CaseRow where id in :ids order by id desc")
    List<CaseRow> newestFirst(Collection<UUID> ids);

    void flush();
}
