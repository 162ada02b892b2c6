package io.journeybpm.pages;

import io.journeybpm.links.CaseLinks;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletPath;

/** Where the pages live within the application, whose own path is left out. */
final class PageAddresses {

    static final String JOURNEYS = "/journeys";
    static final String CUSTOMERS = CaseLinks.CUSTOMERS;
    static final String VISITORS = CaseLinks.VISITORS;

    private final DispatcherServletPath servlet;

    PageAddresses(DispatcherServletPath servlet) {
        this.servlet = servlet;
    }

    /** The folder of scripts and styles. */
    String files() {
        return servlet.getRelativePath(PageFiles.PATH);
    }

    /** Patterns of pages for those who log in. */
    List<String> forStaff() {
        return Stream.of(JOURNEYS, JOURNEYS + "/*")
                .map(servlet::getRelativePath)
                .toList();
    }

    /** Patterns of what is open: files, and pages whose address nobody can guess. */
    List<String> forEverybody() {
        return Stream.of(PageFiles.PATH, CUSTOMERS, VISITORS)
                .map(each -> servlet.getRelativePath(each) + "/**")
                .toList();
    }

    /** Patterns of all of these, as servlets have them. */
    List<String> servletPatterns() {
        return Stream.of(PageFiles.PATH, JOURNEYS, CUSTOMERS, VISITORS)
                .map(each -> servlet.getRelativePath(each) + "/*")
                .toList();
    }
}
