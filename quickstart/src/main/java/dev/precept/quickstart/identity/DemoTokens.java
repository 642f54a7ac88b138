package dev.precept.quickstart.identity;

import dev.precept.contracts.access.Role;
import dev.precept.quickstart.kept.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/// Asks the running identity provider for tokens of demo people, with the secret from the data
/// directory.
public final class DemoTokens {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI identity;
    private final Secrets secrets;

    public DemoTokens(URI identity, Secrets secrets) {
        this.identity = identity;
        this.secrets = secrets;
    }

    /// A token good for 15 minutes.
    public String of(Role role) throws IOException, InterruptedException {
        var secret =
                secrets.find(Secrets.DEMO_CLIENTS)
                        .orElseThrow(() ->
                                new IOException(
                                        "the quickstart is still starting; try again in a moment"));
        var basic = Clients.demo(role) + ":" + Clients.secret(role, secret);
        var request =
                HttpRequest.newBuilder(identity.resolve("/oauth2/token"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        basic.getBytes(StandardCharsets.US_ASCII)))
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(
                        "the identity provider on %s answered %d; restart the quickstart"
                                .formatted(identity, response.statusCode()));
            }
            return JsonMapper.shared().readTree(response.body()).path("access_token").asString();
        } catch (java.net.ConnectException closed) {
            throw new IOException(
                    "the identity provider on %s does not answer; the quickstart is starting or stopping"
                            .formatted(identity),
                    closed);
        }
    }
}
