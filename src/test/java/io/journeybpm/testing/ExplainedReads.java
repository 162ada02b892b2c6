package io.journeybpm.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Asks PostgreSQL, while it is asked to, how it carries out each query: the very query the product sends, with the
 * values it sends, on the same connection.
 */
public final class ExplainedReads implements BeanPostProcessor {

    private static final String EXPLAIN = "explain (analyze, buffers, format json) ";

    private final List<Explained> explained = new ArrayList<>();
    private boolean explaining;

    /**
     * A query and how it was carried out.
     *
     * @param sql as sent
     * @param plan PostgreSQL's own report
     */
    public record Explained(String sql, JsonNode plan) {

        /** Pages looked at, indexes included. */
        public int pages() {
            return plan.path("Shared Hit Blocks").asInt()
                    + plan.path("Shared Read Blocks").asInt();
        }

        /** Rows some step took and threw away. */
        public int passedOver() {
            return nodes().stream()
                    .mapToInt(each -> (each.path("Rows Removed by Filter").asInt()
                                    + each.path("Rows Removed by Index Recheck").asInt()
                                    + each.path("Rows Removed by Join Filter").asInt())
                            * each.path("Actual Loops").asInt())
                    .sum();
        }

        /** Tables read from beginning to end. */
        public List<String> scanned() {
            return nodes().stream()
                    .filter(each -> each.path("Node Type").asText().equals("Seq Scan"))
                    .map(each -> each.path("Relation Name").asText())
                    .toList();
        }

        private List<JsonNode> nodes() {
            List<JsonNode> nodes = new ArrayList<>(List.of(plan));
            for (int each = 0; each < nodes.size(); each++) {
                nodes.get(each).path("Plans").forEach(nodes::add);
            }
            return nodes;
        }
    }

    /** The queries a piece of work sends. */
    public synchronized List<Explained> during(Runnable work) {
        explained.clear();
        explaining = true;
        try {
            work.run();
        } finally {
            explaining = false;
        }
        return List.copyOf(explained);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof DataSource source ? new Explaining(source) : bean;
    }

    private void explain(Connection connection, String sql, List<Setting> settings) throws Throwable {
        try (PreparedStatement statement = connection.prepareStatement(EXPLAIN + sql)) {
            for (Setting each : settings) {
                call(statement, each.method(), each.arguments());
            }
            try (ResultSet report = statement.executeQuery()) {
                report.next();
                explained.add(new Explained(sql, plan(report.getString(1))));
            }
        }
    }

    private static JsonNode plan(String report) {
        try {
            return new ObjectMapper().readTree(report).get(0).get("Plan");
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private record Setting(Method method, Object[] arguments) {}

    private final class Explaining extends DelegatingDataSource {

        Explaining(DataSource explained) {
            super(explained);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return proxy(Connection.class, (method, arguments) -> {
                Object result = call(real, method, arguments);
                return explaining && result instanceof PreparedStatement prepared
                        ? remembering(real, (String) arguments[0], prepared)
                        : result;
            });
        }

        private PreparedStatement remembering(Connection connection, String sql, PreparedStatement real) {
            List<Setting> settings = new ArrayList<>();
            return proxy(PreparedStatement.class, (method, arguments) -> {
                if (method.getName().startsWith("set") && arguments != null && arguments[0] instanceof Integer) {
                    settings.add(new Setting(method, arguments));
                } else if (method.getName().equals("executeQuery")) {
                    explain(connection, sql, settings);
                }
                return call(real, method, arguments);
            });
        }
    }

    @FunctionalInterface
    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
