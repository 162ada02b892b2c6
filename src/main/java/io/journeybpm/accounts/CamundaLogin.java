package io.journeybpm.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.journeybpm.engine.Transients;
import java.time.Duration;
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
 * one; both look the same from outside. Programs log in with each call, so that a login that was right is remembered for
 * a moment; a wrong one never is.
 */
final class CamundaLogin implements AuthenticationProvider {

    /** A right password after wrong ones resets a counter, which two requests at once may both try. */
    private static final int ATTEMPTS = 3;

    /** More users than systems that report contacts at once. */
    private static final int REMEMBERED = 1_000;

    private final IdentityService identity;
    private final Accounts accounts;
    private final SecretDigest digest = new SecretDigest();
    private final Cache<Login, List<SimpleGrantedAuthority>> right;

    /** A login without its password. */
    private record Login(String user, String digest) {}

    CamundaLogin(IdentityService identity, Accounts accounts, Duration remembered) {
        this.identity = identity;
        this.accounts = accounts;
        this.right = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(remembered)
                .build();
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String user = asked.getName();
        Object password = asked.getCredentials();
        if (user.isBlank() || password == null) {
            throw wrong();
        }
        Login login = new Login(user, digest.of(password.toString()));
        List<SimpleGrantedAuthority> groups = right.getIfPresent(login);
        if (groups == null) {
            if (!isRight(user, password.toString())) {
                throw wrong();
            }
            groups = accounts.groupsOf(user).stream()
                    .map(SimpleGrantedAuthority::new)
                    .toList();
            right.put(login, groups);
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, groups);
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("wrong user or password, or refused for some seconds after a wrong one");
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
