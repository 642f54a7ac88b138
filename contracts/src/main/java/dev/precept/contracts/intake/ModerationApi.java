package dev.precept.contracts.intake;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Verdicts in the shape of OpenAI's moderation endpoint, for clients that already speak it.
@HttpExchange("/v1/moderations")
public interface ModerationApi {

    /// How long a call waits for its verdicts, in seconds.
    int WAIT_SECONDS = 30;

    /// Waits for every verdict. If one is not there in time the answer is the problem
    /// `verdict-timeout`, which names the items to ask for under `/v1/classifications/{id}`.
    @PostExchange
    ModerationResponse moderate(@RequestBody ModerationRequest request);
}
