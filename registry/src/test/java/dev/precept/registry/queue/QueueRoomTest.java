package dev.precept.registry.queue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.QueueStatus;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueRoomTest {

    @Test
    void queueAtItsLimitStillTakesIn() {
        assertThatCode(() -> QueueRoom.require(status(1_000, 0), 1_000)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1001, 50, 1", "1500, 50, 10", "1501, 50, 11", "90000, 50, 600", "1001, 0, 600"})
    void callerIsToldHowLongTheExcessTakesToDrain(int waiting, double drain, int seconds) {
        assertThatThrownBy(() -> QueueRoom.require(status(waiting, drain), 1_000))
                .hasMessageContaining(waiting + " jobs wait, at most 1000")
                .asInstanceOf(InstanceOfAssertFactories.type(PreceptException.class))
                .extracting(PreceptException::properties)
                .isEqualTo(Map.of("retryAfterSeconds", seconds));
    }

    private static QueueStatus status(int waiting, double drain) {
        return new QueueStatus(
                Instant.EPOCH, Map.of(Lane.INTERACTIVE, 1, Lane.BULK, waiting - 1), 0, 0, 0, drain);
    }
}
