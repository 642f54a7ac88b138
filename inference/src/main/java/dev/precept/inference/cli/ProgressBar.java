package dev.precept.inference.cli;

import dev.precept.inference.export.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How far an export is: one line that is drawn again at a terminal, a line every tenth elsewhere.
final class ProgressBar implements Progress {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private final Clock clock;
    private final Instant began;
    private long first = -1;
    private long tenth;

    ProgressBar(PrintWriter out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.began = clock.instant();
    }

    static ProgressBar standard(PrintWriter out) {
        var console = System.console();
        return new ProgressBar(out, console != null && console.isTerminal(), Clock.systemUTC());
    }

    @Override
    public void at(String tensor, long done, long all) {
        if (first < 0) {
            first = done;
        }
        long tenths = done * 10 / all;
        if (terminal) {
            int full = (int) (done * WIDTH / all);
            out.printf(
                    "\r[%s%s] %3d %% %s %-48s",
                    "█".repeat(full),
                    "░".repeat(WIDTH - full),
                    done * 100 / all,
                    rate(done, all),
                    tensor);
            if (done == all) {
                out.println();
            }
        } else if (tenths > tenth) {
            tenth = tenths;
            out.printf("%3d %% of %s %s%n", done * 100 / all, Bytes.text(all), rate(done, all));
        }
        out.flush();
    }

    private String rate(long done, long all) {
        double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        double speed = (done - first) / Math.max(seconds, 0.001);
        long left = speed > 0 ? Math.round((all - done) / speed) : 0;
        return "%s/s, %d:%02d left".formatted(Bytes.text((long) speed), left / 60, left % 60);
    }
}
