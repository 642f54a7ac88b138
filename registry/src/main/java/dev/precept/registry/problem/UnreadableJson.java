package dev.precept.registry.problem;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says what is wrong with a JSON and where, by the names of its members and never by its values.
public final class UnreadableJson {

    private static final int LONGEST_NAME = 64;

    private UnreadableJson() {}

    public static PreceptException problem(JacksonException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof PreceptException refusal) {
                return new PreceptException(
                        refusal.code(),
                        member(exception) + " " + refusal.getMessage(),
                        refusal.properties());
            }
        }
        return new PreceptException(ErrorCode.MALFORMED_REQUEST, detail(exception));
    }

    private static String detail(JacksonException exception) {
        return switch (exception) {
            case StreamConstraintsException _ ->
                    "The JSON is nested too deeply, or a number or name in it is too long"
                            + at(exception)
                            + ". Nothing of this API needs more than 10 levels.";
            case StreamReadException broken -> syntax(broken);
            case UnrecognizedPropertyException unknown ->
                    member(exception)
                            + " is not known here; known beside it: "
                            + names(unknown.getKnownPropertyIds())
                            + ".";
            case InvalidTypeIdException type ->
                    "A kind is missing or unknown at "
                            + place(exception)
                            + "; known: "
                            + subTypes(type.getBaseType().getRawClass())
                            + ".";
            case InvalidNullException _ -> member(exception) + " is null; give a value.";
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case ValueInstantiationException value ->
                    member(exception) + " must be " + expected(value.getType().getRawClass()) + ".";
            case JacksonException _ -> "The body is not the JSON that this address expects.";
        };
    }

    private static String syntax(StreamReadException exception) {
        var message = exception.getOriginalMessage();
        if (message.startsWith("Unexpected end-of-input")) {
            return "The JSON ends before it is complete" + at(exception) + ".";
        }
        return message.startsWith("Invalid UTF-")
                ? "The body is not valid UTF-8" + at(exception) + "."
                : "The body is not valid JSON" + at(exception) + ".";
    }

    private static String mismatch(MismatchedInputException exception) {
        if (exception.getOriginalMessage().startsWith("Missing required")) {
            return member(exception) + " is missing.";
        }
        if (exception.getOriginalMessage().startsWith("No content")) {
            return "The body is empty. Send JSON in UTF-8.";
        }
        return member(exception) + " must be " + expected(exception.getTargetType()) + ".";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type; see the API's page";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(UnreadableJson::wireName)
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time such as 2026-01-31T09:00:00Z";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return type == UUID.class ? "a UUID" : "an acceptable object; see the API's page";
    }

    private static String wireName(Object constant) {
        return Arrays.stream(constant.getClass().getMethods())
                        .anyMatch(method -> method.getName().equals("wireName"))
                ? constant.toString().toLowerCase(Locale.ROOT).replace('_', '-')
                : constant.toString();
    }

    private static String subTypes(Class<?> base) {
        var types = base.getAnnotation(JsonSubTypes.class);
        return types == null
                ? "see the API's page"
                : Arrays.stream(types.value())
                        .map(JsonSubTypes.Type::name)
                        .collect(Collectors.joining(", "));
    }

    private static String names(@Nullable Collection<Object> known) {
        return known == null || known.isEmpty()
                ? "none"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String member(JacksonException exception) {
        return exception.getPath().isEmpty() ? "The body" : "`" + place(exception) + "`";
    }

    private static String place(JacksonException exception) {
        var path = new StringBuilder();
        for (var step : exception.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(printable(step.getPropertyName()));
            }
        }
        return path.isEmpty() ? "the top" : path.toString();
    }

    private static String printable(String name) {
        var clean = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME) + "…";
    }

    private static String at(JacksonException exception) {
        var at = exception.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
