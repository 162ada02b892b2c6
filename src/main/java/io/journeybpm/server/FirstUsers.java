package io.journeybpm.server;

import io.journeybpm.accounts.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Makes the demo users in embedded mode, before the server takes its first call; says who is missing elsewhere. */
@Component
class FirstUsers implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstUsers.class);

    private final Accounts accounts;
    private final EmbeddedMode embedded;

    FirstUsers(Accounts accounts, EmbeddedMode embedded) {
        this.accounts = accounts;
        this.embedded = embedded;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (embedded.on()) {
            accounts.makeAdministrators();
            for (DemoUser each : DemoUser.values()) {
                accounts.makeUser(each.id(), each.id(), each.id(), each.group());
            }
        } else if (!accounts.haveAdministrator()) {
            LOG.warn(
                    "JOURNEY-SERVER-001 nobody can log in yet: set CAMUNDA_BPM_ADMINUSER_ID and CAMUNDA_BPM_ADMINUSER_PASSWORD"
                            + " for the first administrator and start again");
        }
    }
}
