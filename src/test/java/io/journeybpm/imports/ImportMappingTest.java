package io.journeybpm.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.journeybpm.journey.Outcome;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportMappingTest {

    private static final String SMALLEST =
            "'journey':'j','caseId':'concept:name','touchpoint':'concept:name','occurredAt':'time:timestamp'";

    @Test
    void readsAllThereIs() {
        ImportMapping mapping = parse("{" + SMALLEST + """
                ,'customer':'who','party':'org:resource','channel':'phone',
                'outcome':{'attribute':'result','default':'partly','values':{'KO':'failed','moved on':'sent-away'}},
                'countWhen':{'lifecycle:transition':['complete','COMPLETE'],'kind':'contact'},
                'zone':'America/New_York','caseIdPrefix':'tc-','raise':true}""");

        assertThat(mapping.outcome().attribute()).isEqualTo("result");
        assertThat(mapping.outcome().fallback()).isEqualTo(Outcome.PARTLY);
        assertThat(mapping.outcome().values())
                .containsEntry("ko", Outcome.FAILED)
                .containsEntry("Moved On", Outcome.SENT_AWAY);
        assertThat(mapping.countWhen())
                .isEqualTo(Map.of("lifecycle:transition", List.of("complete", "COMPLETE"), "kind", List.of("contact")));
        assertThat(mapping.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(mapping.raise()).isTrue();
        assertThat(ImportMapping.parse(mapping.json())).isEqualTo(mapping);
    }

    @Test
    void fillsInWhatIsAbsent() {
        ImportMapping mapping = parse("{" + SMALLEST + ",'customer':null,'party':null,'countWhen':null}");

        assertThat(mapping.outcome()).isEqualTo(ImportMapping.Outcomes.ALL_DONE);
        assertThat(mapping.countWhen()).isEmpty();
        assertThat(mapping.caseIdPrefix()).isEmpty();
        assertThat(mapping.raise()).isFalse();
        assertThat(ImportMapping.parse(mapping.json())).isEqualTo(mapping);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "journey              | is missing   | {'caseId':'c','touchpoint':'t','occurredAt':'o'}",
                "caseId               | is missing   | {'journey':'j','touchpoint':'t','occurredAt':'o'}",
                "touchpoint           | is missing   | {'journey':'j','caseId':'c','occurredAt':'o'}",
                "occurredAt           | is missing   | {'journey':'j','caseId':'c','touchpoint':'t','occurredAt':' '}",
                "party2               | is unknown   | {SMALLEST,'party2':'t'}",
                "outcome.default      | fine         | {'journey':'j','outcome':{'default':'fine'}}",
                "outcome.values.KO    | bad          | {'journey':'j','outcome':{'values':{'KO':'bad'}}}",
                "outcome.what         | is unknown   | {SMALLEST,'outcome':{'what':1}}",
                "zone                 | Mars         | {'journey':'j','zone':'Mars/Base'}",
                "countWhen.a          | names no     | {SMALLEST,'countWhen':{'a':[]}}",
                "caseIdPrefix         | 32 letters   | {SMALLEST,'caseIdPrefix':'a b'}",
                "\"\"                 | no JSON      | {'journey'",
                "\"\"                 | no JSON      | []",
                "\"\"                 | no JSON      | null",
            })
    void namesTheFieldThatIsWrong(String field, String problem, String json) {
        assertThatThrownBy(() -> parse(json.replace("SMALLEST", SMALLEST)))
                .asInstanceOf(type(MappingInvalid.class))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field))
                .satisfies(invalid -> assertThat(invalid).hasMessageContaining(problem));
    }

    private static ImportMapping parse(String json) {
        return ImportMapping.parse(json.replace('\'', '"'));
    }
}
