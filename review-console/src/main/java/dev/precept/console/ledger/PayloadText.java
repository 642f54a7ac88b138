package dev.precept.console.ledger;

import com.vaadin.flow.component.html.DescriptionList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// The facts of a ledger entry as names and values; what is nested is shown as JSON.
final class PayloadText extends DescriptionList {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    PayloadText(Map<String, Object> payload) {
        addClassName("payload");
        new TreeMap<>(payload)
                .forEach((name, value) ->
                        add(
                                new DescriptionList.Term(name),
                                new DescriptionList.Description(text(value))));
    }

    private static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Collection<?> many when many.stream().allMatch(String.class::isInstance) ->
                    String.join(", ", many.stream().map(String::valueOf).toList());
            default -> JSON.writeValueAsString(value);
        };
    }
}
