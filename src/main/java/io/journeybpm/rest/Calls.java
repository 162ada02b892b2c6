package io.journeybpm.rest;

import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Limits;
import io.journeybpm.casework.Once;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Call}; to be asked for after the body. */
final class Calls implements HandlerMethodArgumentResolver {

    static final String KEY = Once.KEY;

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Call.class);
    }

    @Override
    public Call resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        Principal user = request == null ? null : request.getUserPrincipal();
        if (request == null || user == null) {
            throw new AuthenticationCredentialsNotFoundException("nobody is logged in");
        }
        return new Call(
                user.getName(),
                request.getContextPath(),
                request.getRequestURI(),
                request.getMethod().equals("POST") ? key(webRequest) : null,
                Content.digestOf(request));
    }

    private static @Nullable String key(NativeWebRequest request) {
        String[] headers = request.getHeaderValues(KEY);
        if (headers == null || headers.length == 0) {
            return null;
        }
        List<String> keys = List.of(headers);
        String key = keys.get(0);
        boolean printable = key.chars().allMatch(each -> each >= FIRST_PRINTABLE && each <= LAST_PRINTABLE);
        if (keys.size() > 1 || key.isBlank() || key.length() > Limits.IDEMPOTENCY_KEY || !printable) {
            throw new InvalidRequest(
                    KEY, "is one header of 1 to " + Limits.IDEMPOTENCY_KEY + " printable ASCII characters");
        }
        return key;
    }
}
