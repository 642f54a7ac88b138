package dev.precept.registry.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.registry.signal.Signals.Channel;
import dev.precept.registry.testing.RegistryTest;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class PostgresSignalsIT {

    private static final String END_LISTENERS =
            """
            select count(pg_terminate_backend(pid))
            from pg_stat_activity
            where query like 'listen precept%' and pid <> pg_backend_pid()
            """;

    @Autowired private Signals signals;
    @Autowired private PostgresSignals lifecycle;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void aLostConnectionIsOpenedAgainAndSaysThatSignalsMayHaveBeenMissed() throws Exception {
        var received = new LinkedBlockingQueue<String>();
        var missed = new CountDownLatch(1);
        signals.onSignal(
                Channel.VERDICT,
                payload -> {
                    received.add(payload);
                    if (payload.isEmpty()) {
                        missed.countDown();
                    }
                });
        awaitSignal(received);

        assertThat(jdbc.queryForObject(END_LISTENERS, Integer.class)).isEqualTo(1);

        assertThat(missed.await(20, TimeUnit.SECONDS)).isTrue();
        awaitSignal(received);
    }

    @Test
    void aListenerThatFailsKeepsNothingFromTheOthers() throws Exception {
        var received = new LinkedBlockingQueue<String>();
        signals.onSignal(
                Channel.VERDICT,
                payload -> {
                    if (payload.startsWith("fail ")) {
                        throw new IllegalStateException("a listener of this test fails");
                    }
                });
        signals.onSignal(Channel.VERDICT, received::add);

        signals.send(Channel.VERDICT, "fail " + UUID.randomUUID());

        assertThat(received.poll(10, TimeUnit.SECONDS)).startsWith("fail ");
        awaitSignal(received);
    }

    @Test
    void signalsThatWereStoppedAreHeardAgainAfterEachStart() throws Exception {
        var received = new LinkedBlockingQueue<String>();
        signals.onSignal(Channel.VERDICT, received::add);
        for (int start = 0; start < 20; start++) {
            lifecycle.stop();
            lifecycle.start();
            assertThat(received.poll(10, TimeUnit.SECONDS)).as("start %d", start).isEmpty();
        }
        awaitSignal(received);
    }

    private void awaitSignal(LinkedBlockingQueue<String> received) throws InterruptedException {
        var payload = UUID.randomUUID().toString();
        signals.send(Channel.VERDICT, payload);
        var seen = received.poll(10, TimeUnit.SECONDS);
        while (seen != null && !seen.equals(payload)) {
            seen = received.poll(10, TimeUnit.SECONDS);
        }
        assertThat(seen).as("the signal arrived within ten seconds").isEqualTo(payload);
    }
}
