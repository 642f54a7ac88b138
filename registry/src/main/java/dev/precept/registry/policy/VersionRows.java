package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.PreceptException;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface VersionRows extends Repository<VersionRow, UUID> {

    VersionRow saveAndFlush(VersionRow version);

    Optional<VersionRow> findBySlugAndNumber(String slug, int number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from VersionRow where slug = :slug and number = :number")
    Optional<VersionRow> lock(String slug, int number);

    /// Holds a version until the end of the transaction.
    ///
    /// @throws PreceptException `not-found` if there is no such version
    default VersionRow hold(String slug, int number) {
        return lock(slug, number).orElseThrow(() -> VersionDesk.noVersion(slug, number));
    }

    /// Versions without their texts, newest first.
    @Query(
            "select new dev.precept.registry.policy.VersionRows$Facts(slug, number, status,"
                    + " revision, sha256, author, createdAt, updatedAt, submittedAt, approvedBy,"
                    + " approvedAt) from VersionRow where slug = :slug and number < :number"
                    + " order by number desc")
    List<Facts> before(String slug, int number, Limit limit);

    List<VersionRow> findByStatusOrderByUpdatedAtDesc(PolicyVersionStatus status);

    List<VersionRow> findByAuthorAndStatusOrderByUpdatedAtDesc(
            String author, PolicyVersionStatus status);

    /// Drafts and versions in review that somebody may write on, the newest change first.
    @Query(
            nativeQuery = true,
            value =
                    """
                    select * from policy_version
                     where status in ('DRAFT', 'IN_REVIEW')
                       and (:person = any (editors) or :person = any (invited))
                     order by updated_at desc
                    """)
    List<VersionRow> openOf(String person);

    /// The newest version that is not live yet and that somebody wrote on.
    @Query(nativeQuery = true, value = "select version_on_its_way(:slug, :person)")
    Optional<Integer> onItsWay(String slug, String person);

    /// What resolving needs of a version, without its text.
    @Query(
            "select new dev.precept.registry.policy.VersionRows$Standing(status, sha256)"
                    + " from VersionRow where slug = :slug and number = :number")
    Optional<Standing> standing(String slug, int number);

    /// Leaves the revision as it is, so that nobody's open edit becomes stale.
    @Modifying(clearAutomatically = true)
    @Query(
            nativeQuery = true,
            value =
                    """
                    update policy_version set invited = array_append(invited, :person)
                     where slug = :slug and number = :number and :person <> all (invited)
                    """)
    int invite(String slug, int number, String person);

    /// Leaves the revision as it is, as [#invite] does.
    @Modifying(clearAutomatically = true)
    @Query(
            nativeQuery = true,
            value =
                    """
                    update policy_version set invited = array_remove(invited, :person)
                     where slug = :slug and number = :number and :person = any (invited)
                    """)
    int uninvite(String slug, int number, String person);

    @Query("select coalesce(max(number), 0) from VersionRow where slug = :slug")
    int highestNumber(String slug);

    /// The texts that were approved, newest first.
    @Query(
            "select text from VersionRow where slug = :slug and number < :number"
                    + " and status in (APPROVED, RETIRED) order by number desc")
    List<String> approvedBefore(String slug, int number);

    /// The newest version of each policy that is not closed and whose text a person may read, as
    /// [DraftPrivacy] has it.
    ///
    /// @param everything whether drafts of others are read too
    @Query(
            nativeQuery = true,
            value =
                    """
                    select distinct on (slug) * from policy_version
                     where slug in (:slugs) and status <> 'CLOSED'
                       and (status <> 'DRAFT' or :everything or :person = any (editors || invited))
                     order by slug, number desc
                    """)
    List<VersionRow> latestReadable(Collection<String> slugs, String person, boolean everything);

    /// The live version of each policy, or else the newest that was submitted.
    @Query(
            nativeQuery = true,
            value =
                    """
                    select distinct on (version.slug) version.*
                      from policy_version version
                      left join policy_alias alias
                        on alias.slug = version.slug and alias.number = version.number
                           and alias.alias = 'live'
                     where version.slug in (:slugs) and version.status not in ('DRAFT', 'CLOSED')
                     order by version.slug, alias.alias nulls last, version.number desc
                    """)
    List<VersionRow> inForce(Collection<String> slugs);

    @Query(
            "from VersionRow v where v.status = APPROVED and v.number ="
                    + " (select max(w.number) from VersionRow w"
                    + " where w.slug = v.slug and w.status = APPROVED)")
    List<VersionRow> newestApproved();

    @Query("select count(*) from VersionRow where slug = :slug and status in (APPROVED, RETIRED)")
    int approvedCount(String slug);

    @Query(
            "select number from VersionRow where slug = :slug and status = APPROVED"
                    + " order by approvedAt desc, number desc limit 1")
    Optional<Integer> lastApproved(String slug);

    /// What a list tells of a version.
    record Facts(
            String slug,
            int number,
            PolicyVersionStatus status,
            int revision,
            @Nullable String sha256,
            String author,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant submittedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    /// How far a version is.
    record Standing(PolicyVersionStatus status, @Nullable String sha256) {}
}
