package io.journeybpm.accounts;

import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/**
 * HTTP Basic against Camunda's identity service, for chains of filters that serve programs: no sessions, refusals as
 * problem details. It brings its own authentication manager, so that the application's other logins stay as they are.
 */
public final class BasicLogin {

    private final CamundaLogin login;
    private final ActAsUser actAsUser;

    BasicLogin(CamundaLogin login, ActAsUser actAsUser) {
        this.login = login;
        this.actAsUser = actAsUser;
    }

    /** Lets users in; who may do what is the chain's to say. */
    public void protect(HttpSecurity http) throws Exception {
        protect(http, new Refusals(null));
    }

    /** The same for what people open in a browser: who is refused reads this page. */
    public void protect(HttpSecurity http, String refusal) throws Exception {
        protect(http, new Refusals(refusal));
    }

    private void protect(HttpSecurity http, Refusals refusals) throws Exception {
        http.authenticationManager(new ProviderManager(login))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new OnlyFromHere(refusals), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }

    /**
     * Lets users in to Camunda's own REST and has the engine check its authorizations for them. Systems that report
     * contacts have no business there.
     */
    public void protectEngine(HttpSecurity http) throws Exception {
        protect(http);
        http.authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((login, request) -> new AuthorizationDecision(isMoreThanIntegrator(login.get()))))
                .addFilterAfter(actAsUser, AuthorizationFilter.class);
    }

    private static boolean isMoreThanIntegrator(Authentication login) {
        Set<String> groups = AuthorityUtils.authorityListToSet(login.getAuthorities());
        return login.isAuthenticated()
                && !(login instanceof AnonymousAuthenticationToken)
                && !groups.equals(Set.of(Group.INTEGRATORS.id()));
    }
}
