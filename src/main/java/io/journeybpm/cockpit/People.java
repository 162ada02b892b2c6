package io.journeybpm.cockpit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;

/** Users of the engine: only those that Camunda would show to whoever asks. */
final class People {

    /** More than anybody reads; a longer name finds fewer. */
    private static final int MOST = 10;

    private final ProcessEngine engine;

    People(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * Somebody.
     *
     * @param id the user's name in Camunda
     * @param name what people call them
     */
    record Person(String id, String name) {}

    /** Those whose user name it is, or whose first or last name begins so. */
    List<Person> find(@Nullable String text) {
        String wanted = text == null ? "" : text.strip().replaceAll("[%_\\\\]", "");
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, Person> found = new LinkedHashMap<>();
        Stream.of(wanted, Words.capital(wanted))
                .distinct()
                .flatMap(each -> Stream.of(
                        users().userId(each),
                        users().userFirstNameLike(each + "%"),
                        users().userLastNameLike(each + "%")))
                .flatMap(each -> each.listPage(0, MOST).stream())
                .forEach(each -> found.putIfAbsent(each.getId(), person(each)));
        return found.values().stream().limit(MOST).toList();
    }

    private UserQuery users() {
        return engine.getIdentityService().createUserQuery();
    }

    private static Person person(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .flatMap(each -> Optional.ofNullable(each).stream())
                .reduce((first, last) -> first + " " + last)
                .orElse("");
        return new Person(user.getId(), name.isBlank() ? user.getId() : name);
    }

    /** Whether nobody has this user name, as far as Camunda knows users at all: it need not, where others log them in. */
    boolean isUnknown(String user, @Nullable String asker) {
        IdentityService identity = engine.getIdentityService();
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> asker != null
                        && identity.createUserQuery().userId(asker).count() > 0
                        && identity.createUserQuery().userId(user).count() == 0));
    }
}
