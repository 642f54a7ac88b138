package dev.precept.console.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import tools.jackson.databind.json.JsonMapper;

class ProblemReaderTest {

    private final ProblemReader reader = new ProblemReader(new JsonMapper());

    @Test
    void aProblemIsTheRefusalThatTheRegistryThrew() {
        var problem =
                read(
                        409,
                        """
                        {"code": "stale-write", "detail": "Revision 3 is 4 by now.", "revision": 4,
                         "instance": null}
                        """);
        assertThat(problem.code()).isEqualTo(ErrorCode.STALE_WRITE);
        assertThat(problem).hasMessage("Revision 3 is 4 by now.");
        assertThat(problem.properties()).containsEntry("revision", 4);
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHENTICATED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "429, OVERLOADED",
        "500, INTERNAL",
        "502, INTERNAL",
        "503, INTERNAL"
    })
    void anAnswerWithoutAProblemIsToldByItsStatus(int status, ErrorCode code) {
        assertThat(read(status, "").code()).isEqualTo(code);
        assertThat(read(status, "<html>a proxy's page</html>").code()).isEqualTo(code);
        assertThat(read(status, "<html>")).hasMessageContaining(String.valueOf(status));
    }

    private PreceptException read(int status, String body) {
        var request = new MockClientHttpRequest(HttpMethod.GET, URI.create("/v1/policies"));
        var response =
                new MockClientHttpResponse(
                        body.getBytes(StandardCharsets.UTF_8), HttpStatusCode.valueOf(status));
        return catchThrowableOfType(PreceptException.class, () -> reader.handle(request, response));
    }
}
