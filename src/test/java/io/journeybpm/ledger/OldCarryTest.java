package io.journeybpm.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a case carried before briefs and facts were kept")
class OldCarryTest {

    @Test
    void isReadAsACaseInWhichNobodyRequiredOrReadAnything() {
        Carry carry = Json.carry(
                "{\"tally\":{\"total\":{\"contacts\":2},\"lastParty\":\"plumber\",\"lastAt\":1785744000.5},"
                        + "\"handoffs\":[{\"caseId\":\"C-1\",\"entry\":3,\"made\":{\"kind\":\"DRAWN\",\"element\":\"search\","
                        + "\"from\":\"leak-finder\",\"to\":\"plumber\",\"done\":\"searched\"},\"madeAt\":1785744000.5}]}");

        assertThat(carry.facts).isEmpty();
        assertThat(carry.reads).isEmpty();
        assertThat(carry.tally.lastPartyAt).isNull();
        assertThat(carry.handoffs).singleElement().satisfies(each -> {
            assertThat(each.made().requires()).isEmpty();
            assertThat(each.waitedMillis()).isNull();
        });
        assertThat(Json.carry(Json.write(carry)).handoffs).isEqualTo(carry.handoffs);
    }
}
