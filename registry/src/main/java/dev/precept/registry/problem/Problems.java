package dev.precept.registry.problem;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ProblemDetail;

/// Renders errors as problems.
public final class Problems {

    private Problems() {}

    public static ProblemDetail of(PreceptException exception) {
        return of(exception.code(), String.valueOf(exception.getMessage()), exception.properties());
    }

    public static ProblemDetail of(ErrorCode code, String detail, Map<String, Object> properties) {
        var problem = ProblemDetail.forStatus(code.status());
        problem.setType(URI.create("urn:precept:problem:" + code.wireName()));
        problem.setTitle(code.title());
        problem.setDetail(detail);
        problem.setProperty("code", code.wireName());
        properties.forEach(problem::setProperty);
        return problem;
    }
}
