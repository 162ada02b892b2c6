package io.journeybpm.insight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.journeybpm.ledger.Runs.Run;
import org.jspecify.annotations.Nullable;

/** Backtests between their runs' JSON and Java. */
final class BacktestJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String GONE = "its server stopped; nothing is lost but the time, send it again";

    private BacktestJson() {}

    /** What a backtest was asked; see {@link BacktestView}. */
    record Settings(
            String decision,
            @Nullable String journey,
            @Nullable String log) {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a backtest in journey_run can't be read", damaged);
        }
    }

    static BacktestView view(Run run) {
        Settings settings = read(run.order().settings(), Settings.class);
        return new BacktestView(
                run.id(),
                run.state().word(),
                run.done(),
                run.order().total(),
                run.percent(),
                settings.decision(),
                settings.journey(),
                settings.log(),
                run.abandoned() ? GONE : run.error(),
                run.result() == null ? null : read(run.result(), BacktestResult.class));
    }
}
