package io.journeybpm.accounts;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what is missing and leaves what is there, so that an administrator's changes survive a restart. Several servers
 * may do so at the same time: each thing is made in a transaction of its own, and one that another server was quicker
 * to make is as good as ours.
 */
public final class Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    Accounts(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    /** The groups of this product and their authorizations. */
    void makeGroups() {
        makeGroup(Group.OWNERS);
        makeGroup(Group.OPERATIONS);
        makeGroup(Group.INTEGRATORS);
        Grant.all().forEach(this::make);
    }

    /** The group of those who may do everything, as Camunda itself makes it for a configured administrator. */
    public void makeAdministrators() {
        makeGroup(Group.ADMINISTRATORS);
        Grant.everything().forEach(this::make);
    }

    /**
     * A user in one group. A user who exists keeps password and groups.
     *
     * @param id what the user logs in with
     * @param password in the clear
     * @param name what people read
     */
    public void makeUser(String id, String password, String name, Group group) {
        if (identity.isReadOnly()) {
            return;
        }
        BooleanSupplier exists = () -> identity.createUserQuery().userId(id).count() > 0;
        make("user " + id, exists, () -> {
            User user = identity.newUser(id);
            user.setFirstName(name);
            user.setLastName("");
            user.setPassword(password);
            identity.saveUser(user);
            identity.createMembership(id, group.id());
        });
    }

    /** Whether anybody may administer Camunda; without, only the database can let somebody in. */
    public boolean haveAdministrator() {
        return identity.isReadOnly()
                || identity.createUserQuery()
                                .memberOfGroup(Group.ADMINISTRATORS.id())
                                .count()
                        > 0;
    }

    private void makeGroup(Group group) {
        if (identity.isReadOnly()) {
            return;
        }
        BooleanSupplier exists =
                () -> identity.createGroupQuery().groupId(group.id()).count() > 0;
        make("group " + group.id(), exists, () -> {
            org.camunda.bpm.engine.identity.Group made = identity.newGroup(group.id());
            made.setName(group.title());
            made.setType(group == Group.ADMINISTRATORS ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(made);
        });
    }

    private void make(Grant grant) {
        BooleanSupplier exists = () -> authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .groupIdIn(grant.group().id())
                        .resourceType(grant.resource())
                        .resourceId(grant.id())
                        .count()
                > 0;
        String what = grant.group().id() + " on " + grant.resource().resourceName() + " " + grant.id();
        make("authorization of " + what, exists, () -> {
            Authorization made = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            made.setGroupId(grant.group().id());
            made.setResource(grant.resource());
            made.setResourceId(grant.id());
            grant.permissions().forEach(made::addPermission);
            authorizations.saveAuthorization(made);
        });
    }

    private static void make(String what, BooleanSupplier exists, Runnable making) {
        if (exists.getAsBoolean()) {
            return;
        }
        try {
            making.run();
            LOG.debug("JOURNEY-ACCOUNTS-001 made {}", what);
        } catch (ProcessEngineException refused) {
            if (!exists.getAsBoolean()) {
                throw refused;
            }
            LOG.debug("JOURNEY-ACCOUNTS-002 another server made {}", what);
        }
    }

    /** The groups a user is in, by id. */
    List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
    }

    /** The tenants a user works for, directly or through a group, by id. */
    List<String> tenantsOf(String user) {
        return identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(org.camunda.bpm.engine.identity.Tenant::getId)
                .toList();
    }
}
