package io.journeybpm.engine;

import io.journeybpm.journey.Property;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Case;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps and people as the engine has them. */
final class EngineCustomerSteps implements CustomerSteps {

    private static final Logger LOG = LoggerFactory.getLogger(EngineCustomerSteps.class);

    /** Where Camunda's identity service keeps what a user is known by besides the name. */
    private static final String PHONE = "phone";

    private final EngineAccess engine;
    private final Waits waits;
    private final CaseJourneys caseJourneys;
    private final Texts texts;

    EngineCustomerSteps(EngineAccess engine, Waits waits, CaseJourneys caseJourneys, Texts texts) {
        this.engine = engine;
        this.waits = waits;
        this.caseJourneys = caseJourneys;
        this.texts = texts;
    }

    @Override
    public List<Waiting> waiting(Case about) {
        return waits.all(about.caseId(), this::waiting).stream().distinct().toList();
    }

    private Stream<Waiting> waiting(Touchpoint touchpoint, ExecutionEntity execution) {
        String title = text(touchpoint.customerTitle(), execution);
        return title == null
                ? Stream.empty()
                : Stream.of(new Waiting(
                        touchpoint.id(),
                        text(touchpoint.party(), execution),
                        title,
                        text(touchpoint.customerWhy(), execution)));
    }

    /** What can't be said is left out: a slip of the pen in a model doesn't take the customer's page away. */
    private @Nullable String text(@Nullable String drawn, ExecutionEntity execution) {
        try {
            String value = drawn == null ? "" : texts.resolve(drawn, execution);
            return value.isBlank() ? null : value;
        } catch (RuntimeException failed) {
            LOG.warn("JOURNEY-ENGINE-020 a text for customers at '{}' has no value", execution.getActivityId(), failed);
            return null;
        }
    }

    @Override
    public Optional<Drawn> drawn(Case about, String touchpoint) {
        return caseJourneys
                .of(about)
                .flatMap(journey -> journey.touchpoint(touchpoint))
                .map(each -> new Drawn(fixed(each.customerTitle()), fixed(each.customerWhy())));
    }

    private static @Nullable String fixed(@Nullable String drawn) {
        return drawn == null || Property.isExpression(drawn) ? null : drawn;
    }

    @Override
    public Optional<Person> person(String user) {
        return engine.withoutAuthorization(context -> {
            IdentityService identity = engine.services().getIdentityService();
            User known = identity.createUserQuery().userId(user).singleResult();
            String name = known == null ? "" : name(known);
            return name.isEmpty() ? Optional.empty() : Optional.of(new Person(name, phone(identity, user)));
        });
    }

    private static String name(User user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(each -> each != null && !each.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String phone(IdentityService identity, String user) {
        String phone = identity.getUserInfo(user, PHONE);
        return phone == null || phone.isBlank() ? null : phone.strip();
    }
}
