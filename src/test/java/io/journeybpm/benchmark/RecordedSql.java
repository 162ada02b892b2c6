package io.journeybpm.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Remembers the statements sent within transactions while it is asked to, parameters included. */
final class RecordedSql implements BeanPostProcessor {

    private final List<Statement> recorded = new ArrayList<>();
    private volatile boolean recording;

    /** One setting of a parameter, as it was called. */
    record Setting(Method setter, Object[] arguments) {

        void repeat(PreparedStatement statement, Object[] changed) throws SQLException {
            try {
                setter.invoke(statement, changed);
            } catch (ReflectiveOperationException failed) {
                throw new SQLException(failed);
            }
        }
    }

    /** A statement and its parameters by position. */
    record Statement(String sql, Map<Integer, Setting> parameters) {

        private static final Pattern CONTACT =
                Pattern.compile("(?is)^\\s*insert\\s+into\\s+journey_contact\\s*\\(([^)]*)\\).*");

        /** Where the number of a new contact goes; 0 if the statement writes none. */
        int entryPosition() {
            Matcher contact = CONTACT.matcher(sql);
            return contact.matches()
                    ? List.of(contact.group(1).strip().split("\\s*,\\s*")).indexOf("entry") + 1
                    : 0;
        }
    }

    /** What a piece of work sends on connections that don't commit by themselves. */
    List<Statement> during(Runnable work) {
        recorded.clear();
        recording = true;
        work.run();
        recording = false;
        return List.copyOf(recorded);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof DataSource source
                ? new DelegatingDataSource(source) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return proxy(Connection.class, new OfConnection(super.getConnection()));
                    }
                }
                : bean;
    }

    private final class OfConnection implements InvocationHandler {

        private final Connection real;

        OfConnection(Connection real) {
            this.real = real;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = call(real, method, arguments);
            return method.getName().equals("prepareStatement") && recording && !real.getAutoCommit()
                    ? proxy(PreparedStatement.class, new OfStatement((PreparedStatement) result, (String) arguments[0]))
                    : result;
        }
    }

    private final class OfStatement implements InvocationHandler {

        private final PreparedStatement real;
        private final String sql;
        private final Map<Integer, Setting> parameters = new TreeMap<>();

        OfStatement(PreparedStatement real, String sql) {
            this.real = real;
            this.sql = sql;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            String name = method.getName();
            if (name.startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer position) {
                parameters.put(position, new Setting(method, arguments));
            } else if (name.startsWith("execute")) {
                synchronized (recorded) {
                    recorded.add(new Statement(sql, new TreeMap<>(parameters)));
                }
            }
            return call(real, method, arguments);
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
