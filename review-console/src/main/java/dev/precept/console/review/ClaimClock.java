package dev.precept.console.review;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Counts a claim down in the browser, tells the server while the person is active, and once when
/// the claim has run out. It counts from a duration, so that a wrong clock in the browser does not
/// matter.
final class ClaimClock extends Span {

    private static final String COUNT =
            """
            const self = this, end = performance.now() + $0;
            clearInterval(self.preceptTick);
            if (!self.preceptActivity) {
              self.preceptActivity = () => { self.preceptActive = true; };
              ['keydown', 'pointerdown', 'pointermove', 'wheel'].forEach((type) =>
                  document.addEventListener(type, self.preceptActivity, {passive: true}));
            }
            let told = performance.now();
            const tick = () => {
              if (!self.isConnected) {
                clearInterval(self.preceptTick);
                ['keydown', 'pointerdown', 'pointermove', 'wheel'].forEach((type) =>
                    document.removeEventListener(type, self.preceptActivity));
                self.preceptActivity = null;
                return;
              }
              const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
              const minutes = Math.floor(left / 60);
              self.textContent = 'Yours for ' + minutes + ':' + String(left % 60).padStart(2, '0');
              self.classList.toggle('urgent', left <= 60);
              if (left === 0) {
                clearInterval(self.preceptTick);
                self.textContent = 'Claim expired';
                self.$server.expired();
              } else if (self.preceptActive && performance.now() - told > $1) {
                self.preceptActive = false;
                told = performance.now();
                self.$server.active();
              }
            };
            tick();
            self.preceptTick = setInterval(tick, 1000);
            """;

    private static final Duration LONGEST_BETWEEN_RENEWALS = Duration.ofSeconds(60);

    private final transient Clock clock;
    private final transient Runnable onActive;
    private final transient Runnable onExpired;

    ClaimClock(Clock clock, Runnable onActive, Runnable onExpired) {
        this.clock = clock;
        this.onActive = onActive;
        this.onExpired = onExpired;
        addClassName("claim-clock");
        getElement().setAttribute("role", "timer");
        setVisible(false);
    }

    void start(Instant expiresAt) {
        var left = Duration.between(clock.instant(), expiresAt);
        var between = left.dividedBy(4);
        if (between.compareTo(LONGEST_BETWEEN_RENEWALS) > 0) {
            between = LONGEST_BETWEEN_RENEWALS;
        }
        setVisible(true);
        getElement().executeJs(COUNT, (double) left.toMillis(), (double) between.toMillis());
    }

    void stop() {
        getElement().executeJs("clearInterval(this.preceptTick)");
        setVisible(false);
    }

    @ClientCallable
    void active() {
        onActive.run();
    }

    @ClientCallable
    void expired() {
        onExpired.run();
    }
}
