package io.journeybpm.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

@DisplayName("A login against Camunda's identity service")
class CamundaLoginTest {

    private final IdentityService identity = mock(IdentityService.class, RETURNS_DEEP_STUBS);
    private final Accounts accounts = new Accounts(identity, mock(AuthorizationService.class));

    @BeforeEach
    void oneUser() {
        when(identity.createGroupQuery().groupMember(any()).list()).thenReturn(List.of());
        when(identity.checkPassword(any(), any()))
                .thenAnswer(call -> "ida".equals(call.getArgument(0)) && "right".equals(call.getArgument(1)));
    }

    @Test
    void thatWasRightIsRememberedForAMoment() {
        CamundaLogin login = new CamundaLogin(identity, accounts, Duration.ofMinutes(1));
        for (int call = 0; call < 3; call++) {
            assertThat(login.authenticate(as("ida", "right")).isAuthenticated()).isTrue();
        }
        verify(identity, times(1)).checkPassword("ida", "right");
    }

    @Test
    void thatWasWrongIsAskedEachTimeAndNeverTakenForARightOne() {
        CamundaLogin login = new CamundaLogin(identity, accounts, Duration.ofMinutes(1));
        login.authenticate(as("ida", "right"));
        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> login.authenticate(as("ida", "wrong")))
                    .isInstanceOf(BadCredentialsException.class);
            assertThatThrownBy(() -> login.authenticate(as("bo", "right"))).isInstanceOf(BadCredentialsException.class);
        }
        verify(identity, times(3)).checkPassword("ida", "wrong");
        verify(identity, times(3)).checkPassword("bo", "right");
    }

    @Test
    void isAskedEachTimeWhereNothingIsToBeRemembered() {
        CamundaLogin login = new CamundaLogin(identity, accounts, Duration.ZERO);
        login.authenticate(as("ida", "right"));
        login.authenticate(as("ida", "right"));
        verify(identity, times(2)).checkPassword("ida", "right");
    }

    private static UsernamePasswordAuthenticationToken as(String user, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(user, password);
    }
}
