package io.journeybpm.engine;

import camundajar.impl.scala.collection.immutable.Map;
import camundajar.impl.scala.runtime.BoxesRunTime;
import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.context.VariableProvider.CompositeVariableProvider;
import org.camunda.feel.context.VariableProvider.StaticVariableProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * FEEL as Camunda evaluates it, but each expression parsed only once: Camunda's own adapter parses every cell of a table
 * again at every decision, which costs more than the decision. Texts come from deployed tables alone, so that there are
 * only as many as the tables have cells.
 */
final class ParsedFeel extends ScalaFeelEngine {

    private final ConcurrentMap<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ParsedExpression> unaryTests = new ConcurrentHashMap<>();

    ParsedFeel() {
        super(List.of());
    }

    @Override
    @SuppressWarnings("unchecked") // as the interface has it: the caller says what it expects
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        ParsedExpression parsed =
                expressions.computeIfAbsent(expression, text -> result(feelEngine.parseExpression(text)));
        return (T) evaluate(parsed, new ContextVariableWrapper(variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        ParsedExpression parsed =
                unaryTests.computeIfAbsent(expression, text -> result(feelEngine.parseUnaryTests(text)));
        VariableProvider input = new StaticVariableProvider(new Map.Map1<>(INPUT_VARIABLE_NAME, inputVariable));
        VariableProvider both =
                new CompositeVariableProvider(toScalaList(input, new ContextVariableWrapper(variables)));
        return BoxesRunTime.unboxToBoolean(evaluate(parsed, both));
    }

    private Object evaluate(ParsedExpression parsed, VariableProvider variables) {
        return result(feelEngine.eval(parsed, new CustomContext() {
            @Override
            public VariableProvider variableProvider() {
                return variables;
            }
        }));
    }

    private static <T> T result(Either<Failure, T> either) {
        if (either.isRight()) {
            return either.toOption().get();
        }
        throw LOGGER.evaluationException(either.swap().toOption().get().message());
    }
}
