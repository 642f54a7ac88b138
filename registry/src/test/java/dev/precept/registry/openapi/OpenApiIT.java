package dev.precept.registry.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.RegistryTest;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RegistryTest
class OpenApiIT {

    @Autowired private ApiClients clients;
    @Autowired private JsonMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void documentListsEveryAddressOfTheApi() {
        var served = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith("/v1"))
                                .forEach(served::add));
        var listed = new TreeSet<>(document().get("paths").propertyNames());
        assertThat(listed).isEqualTo(served).isNotEmpty();
    }

    @Test
    void everyOperationHasOneTagAndProblemsForAnswers() {
        for (var path : document().get("paths").values()) {
            for (var operation : path.values()) {
                assertThat(operation.get("tags").size()).isEqualTo(1);
                assertThat(
                                operation
                                        .at(
                                                "/responses/422/content/application~1problem+json/schema/$ref")
                                        .asString())
                        .isEqualTo("#/components/schemas/Problem");
            }
        }
    }

    @Test
    void problemSchemaKnowsEveryCode() {
        var codes = document().at("/components/schemas/Problem/properties/code/enum");
        assertThat(codes.size()).isEqualTo(ErrorCode.values().length);
    }

    @Test
    void pageIsThereForPeople() {
        var page =
                RestClient.create(clients.baseUrl())
                        .get()
                        .uri("/swagger-ui/index.html")
                        .retrieve()
                        .body(String.class);
        assertThat(page).contains("swagger-ui");
    }

    private JsonNode document() {
        return json.readTree(
                RestClient.create(clients.baseUrl())
                        .get()
                        .uri("/v3/api-docs")
                        .retrieve()
                        .body(String.class));
    }
}
