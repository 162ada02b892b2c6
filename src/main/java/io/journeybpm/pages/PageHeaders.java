package io.journeybpm.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What browsers are told with every answer below the pages' addresses, refusals and errors included: run and load nothing
 * but this application's files, tell nobody where you come from, stay out of search engines and caches. What may be kept
 * says so itself, see {@link PageFiles}.
 */
final class PageHeaders extends OncePerRequestFilter {

    private final String files;

    /** Headers of pages whose files lie below a path, context path left out. */
    PageHeaders(String files) {
        this.files = files;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", ContentPolicy.OWN_FILES);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(HttpHeaders.CACHE_CONTROL, isFile(request) ? PageFiles.CACHED : "no-store");
        chain.doFilter(request, response);
    }

    private boolean isFile(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith(files + "/");
    }
}
