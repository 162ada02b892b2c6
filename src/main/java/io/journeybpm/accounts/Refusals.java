package io.journeybpm.accounts;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says 401 and 403: programs get problem details, and people a page where there is one. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String WHO = "Basic realm=\"Journey for Camunda\", charset=\"UTF-8\"";

    private static final String HTML = "text/html;charset=UTF-8";

    private final ObjectMapper json = new ObjectMapper();
    private final @Nullable String page;

    /** Refusals; {@code page} is HTML, absent where only programs call. */
    Refusals(@Nullable String page) {
        this.page = page;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, WHO);
        send(
                response,
                HttpStatus.UNAUTHORIZED,
                "log in with HTTP Basic; after a wrong password a user is refused for some seconds, "
                        + "longer each time, even with the right one");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        send(
                response,
                HttpStatus.FORBIDDEN,
                "none of the user's groups may " + request.getMethod() + " " + request.getRequestURI());
    }

    private void send(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status.value());
        if (page != null) {
            response.setContentType(HTML);
            response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
            return;
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
