package io.journeybpm.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.settings.JourneyProperties.Partition;
import io.journeybpm.testing.EngineTest;
import io.journeybpm.testing.ExplainedReads;
import io.journeybpm.testing.ExplainedReads.Explained;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("A ledger in use can be told to keep its contacts by month")
@Import(ExplainedReads.class)
@DirtiesContext
class ContactsByMonthTest extends EngineTest {

    private static final String POSTGRESQL = "io.journeybpm.testing.TestDatabase#isPostgres";
    private static final String BEFORE = "written-before";

    @Autowired
    private Ledger ledger;

    @Autowired
    private Storage storage;

    @Autowired
    private JourneyFigures figures;

    @Autowired
    private ExplainedReads reads;

    private JdbcClient db;
    private TransactionTemplate transactions;

    @BeforeEach
    void fillAndConvert() {
        db = JdbcClient.create(storage.source());
        transactions = new TransactionTemplate(storage.transactions());
        if (Dialect.of(storage.source()) == Dialect.POSTGRESQL
                && cases.find(BEFORE).isEmpty()) {
            FilledLedger.fill(storage.source());
            transactions.executeWithoutResult(status -> {
                ledger.open(new NewCase(BEFORE, "kitchen", null, null, Instant.now(), List.of(), null));
                record(BEFORE, "sent-1");
                ledger.hold(BEFORE).contacts().voided(record(BEFORE, null).entry(), "twice", null);
            });
            new Schema(storage.source()).partition(Partition.MONTH);
            months();
        }
    }

    private Contact record(String caseId, @Nullable String externalId) {
        return ledger.hold(caseId).contacts().record(contact(externalId));
    }

    private static NewContact contact(@Nullable String externalId) {
        return NewContact.at(NewContact.Place.adHoc("call", false), Channel.PHONE, Direction.INBOUND, Outcome.DONE)
                .externalId(externalId)
                .build();
    }

    private void months() {
        new ContactMonths(db, transactions, Dialect.POSTGRESQL).make(OffsetDateTime.now());
    }

    private long count(String from) {
        return db.sql("select count(*) from " + from).query(Long.class).single();
    }

    /** As if what was written just now had been written in a month to come. */
    private void writtenIn(String caseId, int months) {
        db.sql("update journey_contact set written_at = ? where case_id = ?")
                .params(OffsetDateTime.now().plusMonths(months), caseId)
                .update();
    }

    private String newCase(String caseId) {
        transactions.executeWithoutResult(status -> {
            ledger.open(new NewCase(caseId, "kitchen", null, null, Instant.now(), List.of(), null));
            record(caseId, "sent-1");
        });
        return caseId;
    }

    @Test
    @DisabledIf(POSTGRESQL)
    void butNotOnH2() {
        assertThatThrownBy(() -> new Schema(storage.source()).partition(Partition.MONTH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PostgreSQL");
    }

    @Test
    @EnabledIf(POSTGRESQL)
    void whichLosesNothingAndIsDoneOnce() {
        new Schema(storage.source()).partition(Partition.MONTH);
        assertThat(count("journey_contact_key")).isEqualTo(count("journey_contact"));
        assertThat(count("journey_contact_before where case_id = 'case-77'")).isEqualTo(FilledLedger.CONTACTS_OF_EACH);
        assertThat(contacts(BEFORE)).hasSize(2);
        transactions.executeWithoutResult(status -> record(BEFORE, "sent-2"));
        assertThat(contacts(BEFORE)).hasSize(3);
        assertThat(theCase(BEFORE).counts()).containsEntry(Count.CONTACTS, 2);
    }

    @Test
    @EnabledIf(POSTGRESQL)
    void andStillTakesEachContactOnceWhateverTheMonth() {
        String caseId = newCase("once");
        writtenIn(caseId, 2);
        assertThat(count("journey_contact_rest")).isZero();
        transactions.executeWithoutResult(status ->
                assertThat(ledger.hold(caseId).contacts().reportedAs("sent-1")).isPresent());
        // past the look at what was reported, the database itself refuses it
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> record(caseId, "sent-1")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(contacts(caseId)).hasSize(1);
        assertThatThrownBy(() -> db.sql("""
                                insert into journey_void (case_id, entry, contact, voided_at, reason)
                                values ('once', 99, 98, current_timestamp, 'no such contact')
                                """).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @EnabledIf(POSTGRESQL)
    void andVoidsContactsOfAnyMonth() {
        String caseId = newCase("undone");
        int entry = contacts(caseId).get(0).entry();
        writtenIn(caseId, 1);
        transactions.executeWithoutResult(
                status -> ledger.hold(caseId).contacts().voided(entry, "a mistake", null));
        assertThat(theCase(caseId).counts()).containsEntry(Count.CONTACTS, 0);
    }

    @Test
    @EnabledIf(POSTGRESQL)
    void whichAreMadeAheadAndNothingIsRefusedForWantOfOne() {
        String caseId = newCase("late");
        writtenIn(caseId, ContactMonths.AHEAD + 2);
        assertThat(count("journey_contact_rest")).isEqualTo(1);
        new ContactMonths(db, transactions, Dialect.POSTGRESQL)
                .make(OffsetDateTime.now().plusMonths(2));
        assertThat(count("journey_contact_rest")).isZero();
        assertThat(contacts(caseId)).hasSize(1);
        months();
    }

    @Test
    @EnabledIf(POSTGRESQL)
    void andAnOldMonthCanBeTakenOff() {
        String kept = newCase("kept");
        String caseId = newCase("gone");
        writtenIn(caseId, 3);
        String month = db.sql("select tableoid::regclass::text from journey_contact where case_id = 'gone'")
                .query(String.class)
                .single();
        long before = count("journey_contact");
        db.sql("alter table journey_contact detach partition " + month).update();
        assertThat(count("journey_contact")).isEqualTo(before - count(month));
        assertThat(contacts(kept)).hasSize(1);
        assertThat(contacts(caseId)).isEmpty();
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> record(caseId, "sent-1")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    @EnabledIf(POSTGRESQL)
    void andReadsACaseByIndexInEachMonth() {
        for (Explained each : reads.during(() -> {
            cases.timeline("case-77", null, 50);
            cases.latestContacts("case-77", 5);
            figures.on("kitchen");
        })) {
            assertThat(each.scanned())
                    .as(each.sql() + each.plan().toPrettyString())
                    .noneMatch(table -> table.equals("journey_contact_before"));
        }
    }
}
