package dev.precept.worker.lifecycle;

import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.fleet.WorkerRegistration;
import dev.precept.inference.Classifier;
import dev.precept.worker.engine.EngineInput;
import dev.precept.worker.engine.EngineProperties;
import dev.precept.worker.lease.WorkLoop;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Makes the worker known, again and again, so that a registry that forgot it learns of it; and
/// takes it out of the fleet once its work is done.
@Component
class FleetMember implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FleetMember.class);
    private static final long REPEAT_SECONDS = 10;

    private final FleetApi fleet;
    private final WorkLoop loop;
    private final WorkerRegistration registration;
    private volatile boolean registered;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    FleetMember(
            FleetApi fleet,
            WorkLoop loop,
            Classifier classifier,
            EngineProperties engine,
            @Value("${precept.worker.name:}") String name) {
        this.fleet = fleet;
        this.loop = loop;
        String version = FleetMember.class.getPackage().getImplementationVersion();
        this.registration =
                new WorkerRegistration(
                        name.isBlank() ? hostName() : name,
                        engine.engine(),
                        EngineInput.card(classifier.model()),
                        classifier.capacity(),
                        version == null ? "development" : version,
                        classifier.writer().isPresent());
    }

    boolean isRegistered() {
        return registered;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("precept-register").start(this::keepRegistered);
    }

    private void keepRegistered() {
        boolean started = false;
        try {
            do {
                registered = attempt("register", () -> fleet.register(loop.worker(), registration));
                if (registered && !started) {
                    log.info("registered as {}", registration.name());
                    loop.start();
                    started = true;
                }
            } while (!stopping.await(registered ? REPEAT_SECONDS : 1, TimeUnit.SECONDS));
            if (started) {
                leave();
            }
        } catch (InterruptedException e) {
            log.warn("stopped without a good-bye: the leases in hand run out by themselves");
        }
    }

    private void leave() throws InterruptedException {
        attempt("drain", () -> fleet.drain(loop.worker()));
        loop.drain();
        attempt("stop", () -> fleet.stop(loop.worker()));
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping.countDown();
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
        registered = false;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private static boolean attempt(String what, Runnable call) {
        try {
            call.run();
            return true;
        } catch (RuntimeException e) {
            log.warn("the registry is not reached, {}: {}", what, e.getClass().getSimpleName());
            return false;
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "worker";
        }
    }
}
