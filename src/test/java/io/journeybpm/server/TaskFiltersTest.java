package io.journeybpm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Tasklist opens with the lists that operations asks for")
class TaskFiltersTest extends ServerTest {

    @Autowired
    private TaskFilters made;

    private List<String> shown(String user, String filter) {
        String id = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
        List<String> cases = new ArrayList<>();
        JsonNode tasks =
                as(user).get("/engine-rest/filter/" + id + "/list").expect(200).json();
        tasks.forEach(each -> cases.add(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(each.path("processInstanceId").asText())
                .singleResult()
                .getBusinessKey()));
        return cases;
    }

    private void promise(String caseId, Instant to) {
        as("integrator")
                .post("/api/cases/" + caseId + "/promises", "{'what':'call back','party':'handler','to':'" + to + "'}")
                .expect(201);
    }

    @Test
    void todaysPromisesAreThoseDueTodayOrOverdue() {
        String overdue = newCase();
        promise(overdue, Instant.now().minus(Duration.ofDays(1)));
        String later = newCase();
        promise(later, Instant.now().plus(Duration.ofDays(2)));
        String unbooked = newCase();
        assertThat(shown("ops", "Today's promises")).contains(overdue).doesNotContain(later, unbooked);
        assertThat(shown("ops", "Nobody booked")).contains(unbooked).doesNotContain(overdue, later);
    }

    @Test
    void anAmbassadorSeesTheTasksOfTheirOwnCustomers() {
        assertThat(shown("demo", "Mine as ambassador")).isEmpty();
        String mine = newCase();
        String anothers = newCase();
        for (String each : List.of(mine + " ops", anothers + " mette")) {
            as("ops")
                    .put(
                            "/api/cases/" + each.split(" ")[0] + "/ambassador",
                            "{'user':'" + each.split(" ")[1] + "','reason':'she knows them'}")
                    .expect(200);
        }
        assertThat(shown("ops", "Mine as ambassador")).contains(mine).doesNotContain(anothers);
        as("ops").post("/api/cases/" + mine + "/close", "{'reason':'done'}").expect(200);
        assertThat(shown("ops", "Mine as ambassador")).doesNotContain(mine);
    }

    @Test
    void theyAreMadeOnceSoThatWhatIsDeletedStaysDeleted() {
        Filter filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("Nobody booked")
                .singleResult();
        assertThat(names()).contains("Today's promises", "Nobody booked", "Mine as ambassador");
        engine.getFilterService().deleteFilter(filter.getId());
        try {
            made.afterSingletonsInstantiated();
            assertThat(names()).doesNotContain("Nobody booked").doesNotHaveDuplicates();
        } finally {
            Filter again = engine.getFilterService().newTaskFilter(filter.getName());
            again.setQuery(filter.getQuery());
            engine.getFilterService().saveFilter(again);
        }
    }

    private List<String> names() {
        return engine.getFilterService().createTaskFilterQuery().list().stream()
                .map(Filter::getName)
                .toList();
    }
}
