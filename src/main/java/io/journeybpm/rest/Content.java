package io.journeybpm.rest;

import io.journeybpm.casework.Limits;
import io.journeybpm.casework.Once;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Holds a body to its size, and remembers its digest: two calls with one idempotency key have to say the same. */
@ControllerAdvice(basePackageClasses = Content.class)
final class Content extends RequestBodyAdviceAdapter {

    private static final String DIGEST = Content.class.getName();
    private static final String NOTHING = Once.digest(new byte[0]);

    /** A body larger than anybody needs. */
    static final class TooLarge extends RuntimeException {
        TooLarge() {
            this("body", Limits.BODY);
        }

        TooLarge(String what, int limit) {
            super("the " + what + " is larger than " + limit + " bytes");
        }
    }

    /** The digest of what a request's body says; known once the body was read. */
    static String digestOf(HttpServletRequest request) {
        Object digest = request.getAttribute(DIGEST);
        return digest == null ? NOTHING : digest.toString();
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        byte[] body = message.getBody().readNBytes(Limits.BODY + 1);
        if (body.length > Limits.BODY) {
            throw new TooLarge();
        }
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(DIGEST, Once.digest(body), RequestAttributes.SCOPE_REQUEST);
        return new Read(message.getHeaders(), body);
    }

    /** A body that was read and can be read again. */
    private record Read(HttpHeaders headers, byte[] body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }
    }
}
