package io.journeybpm.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever asks without a login asks so often and no more")
class TrafficTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Traffic traffic = new Traffic(nanos::get);

    @Test
    void aLinkIsUsedAsOftenAsPeopleDoAndIsUsableAgainAMinuteLater() {
        assertThat(IntStream.range(0, Traffic.OF_A_LINK)).allMatch(each -> traffic.admitsLink("one"));
        assertThat(traffic.admitsLink("one")).isFalse();
        assertThat(traffic.admitsLink("another")).isTrue();
        nanos.addAndGet(Traffic.WINDOW.toNanos());
        assertThat(traffic.admitsLink("one")).isTrue();
    }

    @Test
    void anAddressMayHideMany() {
        assertThat(IntStream.range(0, Traffic.OF_AN_ADDRESS)).allMatch(each -> traffic.admits("192.0.2.1"));
        assertThat(traffic.admits("192.0.2.1")).isFalse();
        assertThat(traffic.admits("192.0.2.2")).isTrue();
        nanos.addAndGet(Traffic.WINDOW.toNanos());
        assertThat(traffic.admits("192.0.2.1")).isTrue();
    }
}
