package io.journeybpm.engine;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.context.TestPropertySource;

/** H2 has no partitions. */
@DisplayName("Contacts are recorded the same where the ledger keeps them by month")
@EnabledIf("io.journeybpm.testing.TestDatabase#isPostgres")
@TestPropertySource(properties = "journey.schema.partition-contacts=month")
class RecordedByMonthTest extends RecordedContactsTest {}
