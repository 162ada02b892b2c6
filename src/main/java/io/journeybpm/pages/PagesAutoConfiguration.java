package io.journeybpm.pages;

import io.journeybpm.accounts.BasicLogin;
import io.journeybpm.accounts.Group;
import io.journeybpm.casework.CaseBriefs;
import io.journeybpm.casework.Once;
import io.journeybpm.engine.AnnouncedVisits;
import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.CustomerMessages;
import io.journeybpm.engine.CustomerSteps;
import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.insight.JourneyMaps;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Photos;
import io.journeybpm.ledger.VisitRecords;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.links.Traffic;
import io.journeybpm.photos.Pictures;
import io.journeybpm.settings.JourneyProperties;
import jakarta.servlet.ServletContext;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletPath;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.DispatcherServlet;

/** The pages, where the application has Spring Web. */
@AutoConfiguration(
        afterName = {
            "io.journeybpm.accounts.AccountsAutoConfiguration",
            "io.journeybpm.insight.InsightAutoConfiguration",
            "io.journeybpm.casework.CaseworkAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, DispatcherServletPath.class})
@ConditionalOnBooleanProperty(name = "journey.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "journey.pages.enabled", matchIfMissing = true)
class PagesAutoConfiguration {

    /** Before Spring Security, so that its refusals carry the headers too. */
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 50;

    /** Before any chain of the application that takes every request. */
    private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 110;

    @Bean
    PageAddresses journeyPageAddresses(ObjectProvider<DispatcherServletPath> dispatcher) {
        return new PageAddresses(dispatcher.getIfAvailable(() -> () -> "/"));
    }

    @Bean
    PageFiles journeyPageFiles() {
        return new PageFiles();
    }

    @Bean
    FilterRegistrationBean<PageHeaders> journeyPageHeaders(PageAddresses addresses) {
        FilterRegistrationBean<PageHeaders> headers = new FilterRegistrationBean<>(new PageHeaders(addresses.files()));
        headers.setOrder(BEFORE_SECURITY);
        headers.setUrlPatterns(addresses.servletPatterns());
        return headers;
    }

    @Bean
    Doors journeyDoors(CaseLinks links, Traffic traffic) {
        return new Doors(links, traffic);
    }

    @Bean
    OpenPageProblems journeyOpenPageProblems() {
        return new OpenPageProblems();
    }

    @Bean
    @ConditionalOnMissingBean
    CustomerPageController journeyCustomerPage(
            Doors doors,
            Once once,
            CaseLinks links,
            Cases cases,
            CustomerSteps steps,
            CustomerMessages messages,
            CaseClock clock,
            PageAddresses addresses,
            JourneyProperties settings) {
        SpokenPage html = new SpokenPage(
                "customer.html",
                "customer",
                addresses.files(),
                Map.of("zone", settings.zone().getId(), "most", String.valueOf(MessageBody.MOST)));
        CustomerPages pages =
                new CustomerPages(cases, steps, clock, settings.pages().phone());
        return new CustomerPageController(doors, pages, messages, once, links, cases, html);
    }

    @Bean
    @ConditionalOnMissingBean
    VisitorController journeyVisitorController(VisitorDesk desk, Doors doors, PageAddresses addresses) {
        return new VisitorController(desk, doors, addresses.files());
    }

    @Bean
    VisitorDesk journeyVisitorDesk(
            Cases cases,
            CaseBriefs briefs,
            VisitRecords records,
            AnnouncedVisits visits,
            Journeys journeys,
            CaseLinks caseLinks,
            Photos photos,
            Pictures pictures,
            RunningCases running,
            Briefings briefings,
            CaseClock clock,
            JourneyProperties settings,
            Once once) {
        return new VisitorDesk(
                new Errands(cases, records, visits, journeys),
                new VisitorBrief(briefs, records, caseLinks, photos, visits, journeys, settings),
                visits,
                running,
                briefings,
                caseLinks,
                photos,
                pictures,
                new Appointments(running, records),
                clock,
                settings.zone(),
                once);
    }

    /** The maps of journeys, where the interface is offered that they are drawn from. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SecurityFilterChain.class)
    @ConditionalOnBean(BasicLogin.class)
    @ConditionalOnBooleanProperty(name = "journey.rest.enabled", matchIfMissing = true)
    static class Maps {

        @Bean
        MapController journeyMapPages(Journeys journeys, JourneyMaps maps, JourneyProperties settings) {
            return new MapController(journeys, maps, settings);
        }
    }

    /** Who sees which page, where there is Spring Security. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({SecurityFilterChain.class, HttpSecurity.class})
    @ConditionalOnBean(BasicLogin.class)
    static class Security {

        /** Pages for those who look after journeys: they log in as they do for the interface the pages call. */
        @Bean
        @Order(EARLY)
        @ConditionalOnMissingBean(name = "journeyPagesSecurity")
        SecurityFilterChain journeyPagesSecurity(
                HttpSecurity http, BasicLogin login, PageAddresses addresses, ServletContext context) throws Exception {
            PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
            http.securityMatchers(
                    requests -> addresses.forStaff().forEach(each -> requests.requestMatchers(path.matcher(each))));
            String files = context.getContextPath() + addresses.files();
            login.protect(http, Shell.named("refused.html").with(Map.of("files", files)));
            return http.authorizeHttpRequests(requests -> requests.anyRequest()
                            .hasAnyAuthority(Group.ADMINISTRATORS.id(), Group.OWNERS.id(), Group.OPERATIONS.id()))
                    .build();
        }

        /** Files, and pages whose address is the key: nobody logs in, and nothing is remembered of who came. */
        @Bean
        @Order(EARLY + 1)
        @ConditionalOnMissingBean(name = "journeyOpenPagesSecurity")
        SecurityFilterChain journeyOpenPagesSecurity(HttpSecurity http, PageAddresses addresses) throws Exception {
            PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
            return http.securityMatchers(requests ->
                            addresses.forEverybody().forEach(each -> requests.requestMatchers(path.matcher(each))))
                    .csrf(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
