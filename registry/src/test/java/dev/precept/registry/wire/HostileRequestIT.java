package dev.precept.registry.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.RegistryTest;
import dev.precept.registry.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@RegistryTest
class HostileRequestIT {

    private static final String BEARER =
            "Bearer " + Tokens.of("shop", Role.SUBMITTER, Role.AUDITOR);

    @Autowired private ApiClients clients;
    @Autowired private JsonMapper json;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void tenMegabytesAreRefusedWithTheNumbers() throws Exception {
        var body = moderation("x".repeat(10_000_000));
        var problem = post(HttpRequest.BodyPublishers.ofString(body), 413, "content-too-large");
        assertThat(problem).contains("4194304").contains("100000");
    }

    @Test
    void chunkedBodyDoesNotPassTheLimit() throws Exception {
        var body = moderation("x".repeat(10_000_000)).getBytes(UTF_8);
        post(
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                413,
                "content-too-large");
    }

    @Test
    void textBeyondTheLimitOfOneContentIsRefused() throws Exception {
        assertThat(post(moderation("x".repeat(200_001)), 413, "content-too-large"))
                .contains("200001")
                .contains("200000");
    }

    @Test
    void emptyTextIsRefused() throws Exception {
        post(moderation("  "), 422, "content-empty");
    }

    @Test
    void invalidUtf8IsRefused() throws Exception {
        var body = moderation("?").getBytes(UTF_8);
        body[11] = (byte) 0xC3;
        assertThat(post(HttpRequest.BodyPublishers.ofByteArray(body), 400, "malformed-request"))
                .contains("UTF-8");
    }

    @Test
    void deepJsonIsRefused() throws Exception {
        post("[".repeat(100_000), 400, "malformed-request");
        post("{\"input\":" + "[".repeat(100_000), 400, "malformed-request");
    }

    @Test
    void brokenMissingAndStrangeBodiesAreRefused() throws Exception {
        post("{", 400, "malformed-request");
        post("", 400, "malformed-request");
        post("null", 400, "malformed-request");
        post("\"text\"", 400, "malformed-request");
        post("{\"input\":\"a\"}", 400, "malformed-request");
        post("{\"input\":\"a\",\"model\":7}", 400, "malformed-request");
        assertThat(
                        post(
                                "{\"input\":\"a\",\"model\":\"m\",\"extra\":\"secret\"}",
                                400,
                                "malformed-request"))
                .contains("`extra`")
                .doesNotContain("secret");
        post("{\"input\":\"a\\u0000\",\"model\":\"m\"}", 422, "invalid-argument");
        post("{\"input\":\"\\udead\",\"model\":\"m\"}", 422, "invalid-argument");
    }

    @Test
    void unknownPolicyIsRefused() throws Exception {
        post("{\"input\":\"a\",\"model\":\"no-such\"}", 422, "unknown-policy");
    }

    @Test
    void wrongMediaTypesNameTheRightOnes() throws Exception {
        var sent = request("/v1/moderations").header("Content-Type", "text/csv");
        assertThat(answer(sent.POST(text("a")), 415, "unsupported-media-type")).contains("json");
        var batch = request("/v1/batches").header("Content-Type", "application/json");
        assertThat(answer(batch.POST(text("{}")), 415, "unsupported-media-type"))
                .contains("x-ndjson");
        var wanted = request("/v1/batches").header("Accept", "image/png");
        answer(wanted.GET(), 406, "not-acceptable");
    }

    @Test
    void unknownAddressesAndIdsAreNotFound() throws Exception {
        answer(request("/v1/nothing").GET(), 404, "not-found");
        answer(request("/v1/batches/not-an-id").GET(), 404, "not-found");
        answer(request("/v1/batches/00000000-0000-0000-0000-000000000000").GET(), 404, "not-found");
        answer(request("/v1/moderations").DELETE(), 405, "method-not-allowed");
    }

    @Test
    void strangeParametersAreRefused() throws Exception {
        answer(request("/v1/batches?cursor=%00").GET(), 422, "invalid-argument");
        answer(request("/v1/batches?cursor=AAAA").GET(), 422, "invalid-argument");
        answer(request("/v1/ledger?type=%00").GET(), 422, "invalid-argument");
    }

    @Test
    void nobodyIsToldToSignInFirst() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(clients.baseUrl() + "/v1/moderations"))
                        .header("Content-Type", "application/json")
                        .POST(text(moderation("a")));
        answer(request, 401, "unauthenticated");
    }

    private static String moderation(String text) {
        return "{\"input\":\"" + text + "\",\"model\":\"hostile\"}";
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    private String post(String body, int status, String code)
            throws IOException, InterruptedException {
        return post(text(body), status, code);
    }

    private String post(HttpRequest.BodyPublisher body, int status, String code)
            throws IOException, InterruptedException {
        return answer(
                request("/v1/moderations").header("Content-Type", "application/json").POST(body),
                status,
                code);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(clients.baseUrl() + path))
                .header("Authorization", BEARER);
    }

    private String answer(HttpRequest.Builder request, int status, String code)
            throws IOException, InterruptedException {
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(json.readTree(response.body()).get("code").asString()).isEqualTo(code);
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("at dev.precept");
        return response.body();
    }
}
