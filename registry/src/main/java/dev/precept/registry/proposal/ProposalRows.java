package dev.precept.registry.proposal;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.proposal.ProposalId;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.proposal.WordingProposal.Change;
import dev.precept.contracts.proposal.WordingProposal.Failure;
import dev.precept.contracts.proposal.WordingProposal.State;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Account;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.registry.paging.NewestFirst;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Proposed wordings in the database.
@Repository
class ProposalRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProposalRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A proposal, and what only the registry knows of it.
    ///
    /// @param bundle the SHA-256 of the version that it would change
    /// @param worker that has it in hand, or had it last
    /// @param text the whole document with the change; null until it is proposed
    record Row(
            WordingProposal proposal,
            String bundle,
            int attempt,
            @Nullable WorkerId worker,
            @Nullable String text) {

        /// Shows no text.
        @Override
        public String toString() {
            return "Row[" + proposal.id() + ", attempt " + attempt + "]";
        }

        /// Whether what this worker says of this attempt counts.
        boolean isHeldBy(WorkerId speaker, int claimed) {
            return proposal.state() == State.WRITING
                    && speaker.equals(worker)
                    && attempt == claimed;
        }
    }

    /// What a model wrote, applied to the text.
    record Proposed(Change change, String text, ModelCard model, Account account) {

        /// Shows no text.
        @Override
        public String toString() {
            return "Proposed[" + change + "]";
        }
    }

    void insert(
            ProposalId id,
            String slug,
            int version,
            String bundle,
            List<CaseId> cases,
            String actor,
            Instant now) {
        jdbc.sql(
                        """
                        insert into wording_proposal
                               (id, slug, number, bundle_sha256, cases, requested_by, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        slug,
                        version,
                        bundle,
                        cases.stream().map(CaseId::value).toArray(UUID[]::new),
                        actor,
                        Timestamp.from(now))
                .update();
    }

    int open(String slug) {
        return jdbc.sql(
                        """
                        select count(*) from wording_proposal
                         where slug = ? and state in ('WAITING', 'WRITING')
                        """)
                .param(slug)
                .query(Integer.class)
                .single();
    }

    Page<WordingProposal> page(String slug, @Nullable UUID before) {
        return NewestFirst.page(
                jdbc,
                "wording_proposal",
                slug,
                before,
                (row, _) -> proposal(row),
                WordingProposal::id);
    }

    /// Those that a version, or one that it was written from, was opened with; the newest first.
    List<WordingProposal> behind(String slug, int number) {
        return jdbc.sql(
                        """
                        with recursive line as (
                            select number, base_number from policy_version
                             where slug = :slug and number = :number
                            union
                            select base.number, base.base_number
                              from policy_version base
                              join line on base.number = line.base_number
                             where base.slug = :slug)
                        select proposal.* from wording_proposal proposal
                          join line on proposal.draft = line.number
                         where proposal.slug = :slug order by proposal.id desc
                        """)
                .param("slug", slug)
                .param("number", number)
                .query((row, _) -> proposal(row))
                .list();
    }

    Optional<WordingProposal> find(ProposalId id) {
        return jdbc.sql("select * from wording_proposal where id = ?")
                .param(id.value())
                .query((row, _) -> proposal(row))
                .optional();
    }

    Optional<Row> lock(ProposalId id) {
        return jdbc.sql("select * from wording_proposal where id = ? for update")
                .param(id.value())
                .query((row, _) -> row(row))
                .optional();
    }

    /// The oldest that nobody writes: none has it, the one that has it is gone, or it is the one
    /// that asks. A worker writes one at a time, so what it has and asks past it has lost.
    ///
    /// @param present workers that are there
    Optional<Row> lockNext(WorkerId asking, Collection<WorkerId> present, Instant now) {
        return jdbc.sql(
                        """
                        select * from wording_proposal
                         where state = 'WAITING' and (not_before is null or not_before <= ?)
                            or state = 'WRITING' and (worker_id = ? or not worker_id = any (?))
                         order by id limit 1 for update skip locked
                        """)
                .param(Timestamp.from(now))
                .param(asking.value())
                .param(present.stream().map(WorkerId::value).toArray(UUID[]::new))
                .query((row, _) -> row(row))
                .optional();
    }

    void claim(ProposalId id, WorkerId worker) {
        jdbc.sql(
                        """
                        update wording_proposal
                           set state = 'WRITING', worker_id = ?, attempt = attempt + 1
                         where id = ?
                        """)
                .params(worker.value(), id.value())
                .update();
    }

    void waitUntil(ProposalId id, Instant notBefore) {
        jdbc.sql("update wording_proposal set state = 'WAITING', not_before = ? where id = ?")
                .params(Timestamp.from(notBefore), id.value())
                .update();
    }

    void propose(ProposalId id, Proposed proposed, Instant at) {
        jdbc.sql(
                        """
                        update wording_proposal
                           set state = 'PROPOSED', ended_at = ?, change = ?::jsonb, text = ?,
                               model = ?::jsonb, account = ?::jsonb
                         where id = ?
                        """)
                .params(
                        Timestamp.from(at),
                        json.writeValueAsString(proposed.change()),
                        proposed.text(),
                        json.writeValueAsString(proposed.model()),
                        json.writeValueAsString(proposed.account()),
                        id.value())
                .update();
    }

    void fail(ProposalId id, Failure failure, Instant at) {
        jdbc.sql(
                        """
                        update wording_proposal
                           set state = 'FAILED', ended_at = ?, failure_code = ?, failure_detail = ?
                         where id = ?
                        """)
                .params(Timestamp.from(at), failure.code(), failure.detail(), id.value())
                .update();
    }

    void cancel(ProposalId id, Instant at) {
        jdbc.sql("update wording_proposal set state = 'CANCELLED', ended_at = ? where id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    void drafted(ProposalId id, int draft) {
        jdbc.sql("update wording_proposal set draft = ? where id = ?")
                .params(draft, id.value())
                .update();
    }

    private Row row(ResultSet row) throws SQLException {
        var worker = row.getObject("worker_id", UUID.class);
        return new Row(
                proposal(row),
                row.getString("bundle_sha256"),
                row.getInt("attempt"),
                worker == null ? null : new WorkerId(worker),
                row.getString("text"));
    }

    private WordingProposal proposal(ResultSet row) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        var failure = row.getString("failure_code");
        return new WordingProposal(
                new ProposalId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getInt("number"),
                Stream.of((UUID[]) row.getArray("cases").getArray()).map(CaseId::new).toList(),
                State.valueOf(row.getString("state")),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                read(row.getString("change"), Change.class),
                read(row.getString("model"), ModelCard.class),
                read(row.getString("account"), Account.class),
                failure == null ? null : new Failure(failure, row.getString("failure_detail")),
                row.getObject("draft", Integer.class));
    }

    private <T> @Nullable T read(@Nullable String value, Class<T> type) {
        return value == null ? null : json.readValue(value, type);
    }
}
