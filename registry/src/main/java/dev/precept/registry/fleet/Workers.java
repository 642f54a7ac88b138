package dev.precept.registry.fleet;

import dev.precept.contracts.fleet.Worker;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.fleet.WorkerRegistration;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.registry.queue.QueueProperties;
import dev.precept.registry.signal.Signals;
import dev.precept.registry.signal.Signals.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Workers in the database.
@Repository
class Workers implements Fleet {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final QueueProperties queue;
    private final Signals signals;
    private final Clock clock;

    Workers(JdbcClient jdbc, JsonMapper json, QueueProperties queue, Signals signals, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.queue = queue;
        this.signals = signals;
        this.clock = clock;
    }

    void register(WorkerId id, WorkerRegistration registration) {
        jdbc.sql(
                        """
                        insert into worker (id, name, engine, model, capacity, version, writes,
                                            registered_at, last_seen_at)
                        values (:id, :name, :engine, :model::jsonb, :capacity, :version, :writes,
                                :now, :now)
                        on conflict (id) do update
                           set name = excluded.name, engine = excluded.engine,
                               model = excluded.model, capacity = excluded.capacity,
                               version = excluded.version, writes = excluded.writes,
                               last_seen_at = excluded.last_seen_at,
                               stopped_at = null
                        """)
                .param("id", id.value())
                .param("name", registration.name())
                .param("engine", registration.engine())
                .param("model", json.writeValueAsString(registration.model()))
                .param("capacity", registration.capacity())
                .param("version", registration.version())
                .param("writes", Boolean.TRUE.equals(registration.writes()))
                .param("now", now())
                .update();
    }

    void drain(WorkerId id) {
        jdbc.sql("update worker set draining = true, last_seen_at = ? where id = ?")
                .params(now(), id.value())
                .update();
        signals.send(Channel.LEAVING, id.toString());
    }

    void stop(WorkerId id) {
        jdbc.sql("update worker set stopped_at = ?, last_seen_at = ? where id = ?")
                .params(now(), now(), id.value())
                .update();
    }

    void seen(WorkerId id, int completed, Instant at) {
        jdbc.sql("update worker set last_seen_at = ?, completed = completed + ? where id = ?")
                .params(Timestamp.from(at), completed, id.value())
                .update();
    }

    /// Those heard of within a day, the active ones first.
    List<Worker> recent() {
        return jdbc
                .sql(
                        """
                        select worker.*,
                               (select count(*) from job
                                 where leased_by = worker.id and status = 'LEASED') as leased
                          from worker where last_seen_at > ? order by registered_at desc limit 500
                        """)
                .param(Timestamp.from(clock.instant().minus(REMEMBERED)))
                .query(this::worker)
                .list()
                .stream()
                .sorted(Comparator.comparing(Worker::status))
                .toList();
    }

    @Override
    public Map<WorkerId, Worker.Status> present() {
        return jdbc
                .sql(
                        "select id, draining from worker where stopped_at is null and last_seen_at >= ?")
                .param(Timestamp.from(silentBefore()))
                .query((row, _) ->
                        Map.entry(
                                new WorkerId(row.getObject("id", UUID.class)),
                                row.getBoolean("draining")
                                        ? Worker.Status.DRAINING
                                        : Worker.Status.ACTIVE))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Instant silentBefore() {
        return clock.instant().minus(queue.lease().multipliedBy(2));
    }

    private Worker worker(ResultSet row, int number) throws SQLException {
        var lastSeen = row.getTimestamp("last_seen_at").toInstant();
        return new Worker(
                new WorkerId(row.getObject("id", UUID.class)),
                new WorkerRegistration(
                        row.getString("name"),
                        row.getString("engine"),
                        json.readValue(row.getString("model"), ModelCard.class),
                        row.getInt("capacity"),
                        row.getString("version"),
                        row.getBoolean("writes")),
                status(row, lastSeen),
                row.getTimestamp("registered_at").toInstant(),
                lastSeen,
                row.getInt("leased"),
                row.getLong("completed"));
    }

    private Worker.Status status(ResultSet row, Instant lastSeen) throws SQLException {
        if (row.getTimestamp("stopped_at") != null) {
            return Worker.Status.STOPPED;
        }
        if (lastSeen.isBefore(silentBefore())) {
            return Worker.Status.SILENT;
        }
        return row.getBoolean("draining") ? Worker.Status.DRAINING : Worker.Status.ACTIVE;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
