package io.journeybpm.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site makes a browser write. A browser that has logged in here once sends the password along by
 * itself; it also says where a request comes from. Programs say nothing and pass.
 */
final class OnlyFromHere extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Refusals refusals;

    OnlyFromHere(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean foreign = "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        if (foreign && !READING.contains(request.getMethod())) {
            refusals.handle(request, response, new AccessDeniedException("another site asked for it"));
            return;
        }
        chain.doFilter(request, response);
    }
}
