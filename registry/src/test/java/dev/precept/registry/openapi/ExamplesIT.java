package dev.precept.registry.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.RegistryTest;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.client.RestClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Each example of the document is what its operation takes or gives: it is read as the type of the
/// method, and comes out of it as it went in.
@RegistryTest
class ExamplesIT {

    /// Operations whose bodies all have an example.
    private static final Pattern SHOWN =
            Pattern.compile(
                    "^/v1/(policies|policy-|lint-settings|evaluations|multi-policy|me/inbox)"
                            + "|/correction-clusters|/wording-proposals");

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*[+-]\\d\\d:\\d\\d");

    @Autowired private ApiClients clients;
    @Autowired private JsonMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @TestFactory
    Stream<DynamicTest> examplesAreOfTheirTypes() {
        var document =
                json.readTree(
                        RestClient.create(clients.baseUrl())
                                .get()
                                .uri("/v3/api-docs")
                                .retrieve()
                                .body(String.class));
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry ->
                        entry.getKey().getPatternValues().stream()
                                .filter(path -> path.startsWith("/v1"))
                                .flatMap(path ->
                                        entry.getKey().getMethodsCondition().getMethods().stream()
                                                .map(method ->
                                                        new Operation(
                                                                method.name(),
                                                                path,
                                                                entry.getValue()))))
                .sorted(Comparator.comparing(Operation::toString))
                .map(operation ->
                        DynamicTest.dynamicTest(
                                operation.toString(), () -> check(operation, document)));
    }

    private void check(Operation operation, JsonNode document) {
        var described =
                document.path("paths")
                        .path(operation.path())
                        .path(operation.method().toLowerCase(Locale.ROOT));
        check(operation, "request", operation.taken(), described.path("requestBody"));
        var answer =
                Stream.of("200", "201", "202")
                        .map(status -> described.path("responses").path(status))
                        .filter(response -> response.has("content"))
                        .findFirst();
        check(operation, "answer", operation.given(), answer.orElse(described.path("none")));
    }

    private void check(Operation operation, String which, Optional<Type> type, JsonNode described) {
        if (type.isEmpty()) {
            return;
        }
        var example =
                described
                        .path("content")
                        .valueStream()
                        .map(media -> media.path("example"))
                        .filter(shown -> !shown.isMissingNode())
                        .findFirst();
        if (SHOWN.matcher(operation.path()).find()) {
            assertThat(example).as("an example of the %s", which).isPresent();
        }
        example.ifPresent(shown -> {
            var read =
                    json.readValue(
                            json.writeValueAsString(shown),
                            json.getTypeFactory().constructType(type.get()));
            assertThat(sorted(json.readTree(json.writeValueAsString(read))))
                    .as("the %s as it is read", which)
                    .isEqualTo(sorted(shown));
        });
    }

    /// Sets have no order, and instants are written in more ways than one.
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var items = new ArrayList<JsonNode>();
            array.forEach(item -> items.add(sorted(item)));
            items.sort(Comparator.comparing(JsonNode::toString));
            return JsonMapper.shared().createArrayNode().addAll(items);
        }
        if (node instanceof ObjectNode object) {
            var copy = JsonMapper.shared().createObjectNode();
            object.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(member -> copy.set(member.getKey(), sorted(member.getValue())));
            return copy;
        }
        return node.isString() && INSTANT.matcher(node.asString()).matches()
                ? StringNode.valueOf(OffsetDateTime.parse(node.asString()).toInstant().toString())
                : node;
    }

    private record Operation(String method, String path, HandlerMethod handler) {

        @Override
        public String toString() {
            return path + " " + method;
        }

        Optional<Type> taken() {
            return Arrays.stream(handler.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                    .map(MethodParameter::getGenericParameterType)
                    .filter(type -> type != InputStreamResource.class)
                    .findFirst();
        }

        Optional<Type> given() {
            var type = handler.getMethod().getGenericReturnType();
            boolean bytes = type.getTypeName().startsWith(ResponseEntity.class.getName());
            return type == void.class || bytes ? Optional.empty() : Optional.of(type);
        }
    }
}
