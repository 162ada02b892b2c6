package io.journeybpm.rest;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where the interface lives within the application.
 *
 * @param base begins with a slash and doesn't end with one
 */
record ApiPath(String base) {

    /** Whether a request is for this interface. */
    boolean covers(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String servlet = request.getServletPath();
        String within = !servlet.isEmpty() && request.getPathInfo() != null && path.startsWith(servlet)
                ? path.substring(servlet.length())
                : path;
        return within.equals(base) || within.startsWith(base + "/");
    }

    /** The path of a case, as {@code Location} gives it. */
    String ofCase(String caseId) {
        return base + "/cases/" + caseId;
    }

    /** The path of an entry of a case. */
    String ofEntry(String caseId, String kind, String id) {
        return ofCase(caseId) + "/" + kind + "/" + id;
    }

    /** The path of a backtest. */
    String ofBacktest(String id) {
        return base + "/backtests/" + id;
    }

    /** The path of an import. */
    String ofImport(String id) {
        return base + "/imports/" + id;
    }
}
