package dev.precept.worker.wording;

import com.sun.net.httpserver.HttpExchange;
import dev.precept.contracts.proposal.WordingAnswer;
import dev.precept.contracts.proposal.WordingTask;
import dev.precept.contracts.proposal.WordingTaskApi;
import dev.precept.worker.testing.StubServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// The registry's interface for wordings over real HTTP: hands out each task once.
final class StubTasks implements AutoCloseable {

    private final StubServer server = new StubServer("/v1/wording-tasks", this::serve);
    private final LinkedBlockingQueue<WordingTask> tasks = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<WordingAnswer> answers = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final int refusal;

    /// @param failures calls that are answered with 503 first
    /// @param refusal the status of answers after that; 204 takes them
    StubTasks(int failures, int refusal, WordingTask... tasks) {
        this.failures.set(failures);
        this.refusal = refusal;
        this.tasks.addAll(List.of(tasks));
    }

    WordingTaskApi client() {
        return server.client(WordingTaskApi.class);
    }

    /// What came, refused or not.
    LinkedBlockingQueue<WordingAnswer> answers() {
        return answers;
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            StubServer.reply(exchange, 503, "");
        } else if (exchange.getRequestURI().getPath().endsWith("/answers")) {
            StubServer.reply(exchange, refusal, "");
            answers.add(JsonMapper.shared().readValue(body, WordingAnswer.class));
        } else {
            var task = tasks.poll();
            StubServer.reply(
                    exchange,
                    200,
                    JsonMapper.shared()
                            .writeValueAsString(task == null ? List.of() : List.of(task)));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
