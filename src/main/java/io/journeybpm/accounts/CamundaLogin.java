package io.journeybpm.accounts;

import io.journeybpm.engine.Transients;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Logs users in by Camunda's identity service; their groups become their authorities. Camunda doesn't wait on a wrong
 * password, it refuses the user for some seconds after it, the longer the more often it happens, even with the right
 * one; both look the same from outside.
 */
final class CamundaLogin implements AuthenticationProvider {

    /** A right password after wrong ones resets a counter, which two requests at once may both try. */
    private static final int ATTEMPTS = 3;

    private final IdentityService identity;
    private final Accounts accounts;

    CamundaLogin(IdentityService identity, Accounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String user = asked.getName();
        Object password = asked.getCredentials();
        if (user.isBlank() || password == null || !isRight(user, password.toString())) {
            throw new BadCredentialsException("wrong user or password, or refused for some seconds after a wrong one");
        }
        List<SimpleGrantedAuthority> groups = accounts.groupsOf(user).stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(user, null, groups);
    }

    private boolean isRight(String user, String password) {
        ProcessEngineException raced = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return identity.checkPassword(user, password);
            } catch (ProcessEngineException failed) {
                if (!Transients.isTransient(failed)) {
                    throw failed;
                }
                raced = failed;
            }
        }
        throw new BadCredentialsException("the identity service was busy", raced);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
