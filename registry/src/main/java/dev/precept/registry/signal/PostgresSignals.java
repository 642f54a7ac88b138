package dev.precept.registry.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Listens on one connection of its own, on one thread; a lost connection is opened again.
@Component
class PostgresSignals implements Signals, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);
    private static final int POLL_MILLIS = 500;
    private static final long RECONNECT_SECONDS = 1;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;

    PostgresSignals(DataSource dataSource, JdbcTemplate jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    @Override
    public void send(Channel channel, String payload) {
        jdbc.query("select pg_notify(?, ?)", row -> {}, name(channel), payload);
    }

    @Override
    public void sendAll(Channel channel, Collection<String> payloads) {
        if (!payloads.isEmpty()) {
            jdbc.query(
                    "select pg_notify(?, payload) from unnest(?) as payload",
                    row -> {},
                    name(channel),
                    payloads.toArray(String[]::new));
        }
    }

    @Override
    public void onSignal(Channel channel, Consumer<String> listener) {
        listeners.computeIfAbsent(name(channel), key -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public void start() {
        var listening =
                Thread.ofPlatform().name("signals").daemon().unstarted(this::listenUntilStopped);
        // Set before it runs: the thread ends as soon as it is not the one that is meant to listen.
        thread = listening;
        listening.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void listenUntilStopped() {
        while (thread == Thread.currentThread()) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException lost) {
                LOG.warn("the signal connection was lost; opening another: {}", lost.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        try (var statement = connection.createStatement()) {
            for (var channel : Channel.values()) {
                statement.execute("listen " + name(channel));
            }
            listeners.keySet().forEach(channel -> publish(channel, ""));
            while (thread == Thread.currentThread()) {
                for (var signal : postgres.getNotifications(POLL_MILLIS)) {
                    publish(signal.getName(), signal.getParameter());
                }
            }
            statement.execute("unlisten *");
        }
    }

    private void publish(String channel, String payload) {
        for (var listener : listeners.getOrDefault(channel, List.of())) {
            try {
                listener.accept(payload);
            } catch (RuntimeException failed) {
                LOG.error("a listener on {} failed; the others go on", channel, failed);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(RECONNECT_SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String name(Channel channel) {
        return "precept_" + channel.name().toLowerCase(Locale.ROOT);
    }
}
