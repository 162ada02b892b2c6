package io.journeybpm.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.ledger.NewCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseKeyTest {

    @Test
    void anIdThatCanBeACaseIdIsOne() {
        assertThat(CaseKey.of("", "W-2026:7.a_b").caseId()).isEqualTo("W-2026:7.a_b");
        assertThat(CaseKey.of("hd-", "17").caseId()).isEqualTo("hd-17");
        assertThat(CaseKey.of("", "17").changed()).isFalse();
    }

    @Test
    void blanksBecomeHyphens() {
        assertThat(CaseKey.of("", "Case 1").caseId()).isEqualTo("Case-1");
        assertThat(CaseKey.of("", "Case 1").changed()).isTrue();
    }

    @Test
    void twoIdsThatReadTheSameAreToldApartByTheirSource() {
        assertThat(CaseKey.of("", "Case 1").caseId())
                .isEqualTo(CaseKey.of("", "Case-1").caseId());
        assertThat(CaseKey.of("", "Case 1").source())
                .isNotEqualTo(CaseKey.of("", "Case-1").source());
    }

    @Test
    void whatNeedsMoreThanHyphensEndsInItsFingerprint() {
        String first = CaseKey.of("", "Müller").caseId();
        String second = CaseKey.of("", "Möller").caseId();

        assertThat(first).startsWith("M-ller-").isNotEqualTo(second);
        assertThat(second).startsWith("M-ller-").hasSize("M-ller-".length() + 16);
        assertThat(CaseKey.of("", "Müller").caseId()).isEqualTo(first);
    }

    @Test
    void longIdsThatDifferOnlyAtTheirEndsStayApart() {
        String long1 = CaseKey.of("", "x".repeat(200) + "1").caseId();
        String long2 = CaseKey.of("", "x".repeat(200) + "2").caseId();

        assertThat(long1).hasSize(64).isNotEqualTo(long2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Case 1", "顧客", "a/b\tc", "…", "💧", "  ", "a b/c"})
    void whateverALogCallsACaseItGetsACaseId(String id) {
        assertThat(NewCase.isCaseId(CaseKey.of("", id).caseId())).isTrue();
    }
}
