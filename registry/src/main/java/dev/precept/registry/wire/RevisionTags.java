package dev.precept.registry.wire;

import dev.precept.contracts.revision.Revisioned;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Answers what can be changed with its revision as the `ETag`, for the `If-Match` of the change.
@RestControllerAdvice
class RevisionTags implements ResponseBodyAdvice<Revisioned> {

    @Override
    public boolean supports(
            MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return Revisioned.class.isAssignableFrom(returned.getParameterType());
    }

    @Override
    public @Nullable Revisioned beforeBodyWrite(
            @Nullable Revisioned body,
            MethodParameter returned,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body != null) {
            response.getHeaders().setETag("\"%d\"".formatted(body.revision()));
        }
        return body;
    }
}
