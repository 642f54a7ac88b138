package dev.precept.inference.openai;

import dev.precept.inference.ClassificationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Calls the server, again where that may help. Interrupting the calling thread ends the call and
/// closes its connection, so that the server stops writing.
final class ChatServer implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final int MOST_OF_AN_ERROR = 64 * 1_024;
    private static final String DONE = "[DONE]";

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TO_CONNECT)
                    .build();
    private final ChatServerSettings settings;
    private final RetryAfter retryAfter = new RetryAfter(InstantSource.system());
    private final long mostBytes;

    ChatServer(ChatServerSettings settings) {
        this.settings = settings;
        this.mostBytes = 1_048_576 + 8_192L * settings.answerTokens();
    }

    /// What the server says of its models.
    ///
    /// @return the status, and the body whatever it is
    HttpResponse<String> models() throws IOException, InterruptedException {
        var request = request("models").timeout(TO_CONNECT).GET().build();
        return http.send(request, BodyHandlers.ofString());
    }

    /// @param answer hears what the server writes; the call is made again only while it has heard
    ///   nothing
    void ask(Map<String, Object> body, ChatAnswer answer)
            throws ClassificationException, InterruptedException {
        var request =
                request("chat/completions")
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(
                                BodyPublishers.ofByteArray(
                                        JsonMapper.shared().writeValueAsBytes(body)));
        long deadline = System.nanoTime() + settings.patience().toNanos();
        int failures = 0;
        while (true) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            var failure = attempt(request.timeout(positive(left)).build(), answer, deadline);
            if (failure.isEmpty()) {
                return;
            }
            failures++;
            var pause = retryAfter.pause(failure.get().retryAfter(), failures);
            boolean late = System.nanoTime() + pause.toNanos() >= deadline;
            if (!failure.get().passes() || failures >= settings.attempts() || late) {
                throw failure.get().cause();
            }
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
    }

    /// @param passes whether the same call may be made again
    private record Failure(
            ClassificationException cause, boolean passes, Optional<String> retryAfter) {}

    private Optional<Failure> attempt(HttpRequest request, ChatAnswer answer, long deadline)
            throws InterruptedException {
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            try (var bytes = response.body();
                    var _ = Alarm.at(deadline, bytes)) {
                if (response.statusCode() != 200) {
                    return Optional.of(refused(response, bytes));
                }
                read(new EventStream(bytes, mostBytes), answer);
            }
            return answer.finished() ? Optional.empty() : Optional.of(cut(answer, deadline, null));
        } catch (EventStream.TooLongException problem) {
            return Optional.of(
                    ended(
                            "answer-too-long",
                            "the chat server does not stop writing",
                            false,
                            problem));
        } catch (JacksonException problem) {
            return Optional.of(
                    ended("engine-failed", "the chat server sent what is no JSON", true, problem));
        } catch (IOException problem) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled while the chat server answered");
            }
            return Optional.of(cut(answer, deadline, problem));
        }
    }

    private static Failure ended(String code, String message, boolean retryable, Exception cause) {
        return new Failure(
                new ClassificationException(code, message, retryable, cause),
                false,
                Optional.empty());
    }

    private static void read(EventStream events, ChatAnswer answer) throws IOException {
        var data = events.next();
        while (data != null && !data.equals(DONE)) {
            answer.accept(JsonMapper.shared().readTree(data));
            data = events.next();
        }
    }

    private static Failure refused(HttpResponse<InputStream> response, InputStream bytes)
            throws IOException {
        var body = new String(bytes.readNBytes(MOST_OF_AN_ERROR), StandardCharsets.UTF_8);
        int status = response.statusCode();
        return new Failure(
                Refusal.of(status, body),
                Refusal.passes(status),
                response.headers().firstValue("Retry-After"));
    }

    private Failure cut(ChatAnswer answer, long deadline, @Nullable IOException problem) {
        var cause =
                System.nanoTime() >= deadline
                        ? new ClassificationException(
                                "too-slow",
                                "no answer within %d s".formatted(settings.patience().toSeconds()),
                                true)
                        : new ClassificationException(
                                "engine-unreachable",
                                "the chat server %s"
                                        .formatted(
                                                answer.begun()
                                                        ? "broke off in its answer"
                                                        : "cannot be reached"),
                                true);
        if (problem != null) {
            cause.initCause(problem);
        }
        return new Failure(cause, !answer.begun(), Optional.empty());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(settings.at(path));
        return settings.apiKey().isEmpty()
                ? request
                : request.header("Authorization", "Bearer " + settings.apiKey());
    }

    private static Duration positive(Duration duration) {
        return duration.isPositive() ? duration : Duration.ofMillis(1);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
