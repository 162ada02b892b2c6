package io.journeybpm.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what goes to the database while it is asked to: one for each execution, since that is a round trip, and one
 * for a whole batch, whose rows are counted beside, as are those of one statement that inserts several.
 */
public final class CountedStatements implements BeanPostProcessor {

    private static final Pattern KIND =
            Pattern.compile("(?is)^\\s*(?:(update)|(select|insert|delete|merge)\\b.*?\\b(?:from|into))\\s+(\\w+)");

    /** The beginning of the values of one row. */
    private static final Pattern ROW = Pattern.compile("\\(\\?,");

    private final Map<String, Count> counted = new TreeMap<>();
    private boolean counting;

    /**
     * How often.
     *
     * @param statements round trips
     * @param rows sets of parameters sent with them
     */
    public record Count(int statements, int rows) {

        public static final Count NONE = new Count(0, 0);

        public Count plus(Count other) {
            return new Count(statements + other.statements, rows + other.rows);
        }
    }

    /** What a piece of work sends, by verb and table, or by verb alone. */
    public synchronized Map<String, Count> during(Runnable work) {
        counted.clear();
        counting = true;
        try {
            work.run();
        } finally {
            counting = false;
        }
        return new TreeMap<>(counted);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof DataSource source ? new Counting(source) : bean;
    }

    private void count(String sql, int rows) {
        if (counting) {
            Matcher kind = KIND.matcher(sql);
            String name = kind.find() ? (kind.group(1) == null ? kind.group(2) : "update") + " " + kind.group(3) : sql;
            counted.merge(name.toLowerCase(Locale.ROOT), new Count(1, rows), Count::plus);
        }
    }

    private final class Counting extends DelegatingDataSource {

        Counting(DataSource counted) {
            super(counted);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return proxy(Connection.class, new OfConnection(super.getConnection()));
        }
    }

    private final class OfConnection implements InvocationHandler {

        private final Connection real;

        OfConnection(Connection real) {
            this.real = real;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = call(real, method, arguments);
            if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                count(method.getName(), 1);
            }
            if (result instanceof CallableStatement call) {
                return proxy(CallableStatement.class, new OfStatement(call, (String) arguments[0]));
            }
            if (result instanceof PreparedStatement prepared) {
                return proxy(PreparedStatement.class, new OfStatement(prepared, (String) arguments[0]));
            }
            return result instanceof Statement plain ? proxy(Statement.class, new OfStatement(plain, "")) : result;
        }
    }

    private final class OfStatement implements InvocationHandler {

        private final Statement real;
        private final String prepared;
        private int batched;

        OfStatement(Statement real, String prepared) {
            this.real = real;
            this.prepared = prepared;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = call(real, method, arguments);
            String name = method.getName();
            if (name.equals("addBatch")) {
                batched++;
            } else if (name.equals("executeBatch") || name.equals("executeLargeBatch")) {
                count(prepared, batched);
                batched = 0;
            } else if (name.startsWith("execute")) {
                String sql = arguments == null ? prepared : (String) arguments[0];
                count(sql, (int) Math.max(1, ROW.matcher(sql).results().count()));
            }
            return result;
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
