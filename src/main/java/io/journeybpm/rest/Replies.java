package io.journeybpm.rest;

import com.fasterxml.jackson.databind.util.RawValue;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Sends what was rendered as it is. */
@ControllerAdvice(basePackageClasses = Replies.class)
final class Replies implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converterType) {
        return Reply.class.isAssignableFrom(method.getParameterType());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Reply<?> reply)) {
            return body;
        }
        response.setStatusCode(HttpStatusCode.valueOf(reply.status()));
        if (reply.location() != null) {
            response.getHeaders().setLocation(URI.create(reply.location()));
        }
        return new RawValue(reply.json());
    }
}
