package io.journeybpm.engine;

import camundajar.impl.scala.Option;
import camundajar.impl.scala.Some;
import camundajar.impl.scala.runtime.BoxesRunTime;
import camundajar.impl.scala.util.Either;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

/**
 * FEEL as Camunda evaluates it, but each expression parsed only once: Camunda's own adapter parses every cell of a table
 * again at every decision, which costs more than the decision. Custom functions are the same as there.
 */
final class ParsedFeel extends ScalaFeelEngine {

    /** Cells of a hundred tables of twenty rules and five columns; what is used least is parsed again. */
    private static final int KEPT = 10_000;

    private static final CustomContext NOTHING = new CustomContext() {
        @Override
        public VariableProvider variableProvider() {
            return VariableProvider.EmptyVariableProvider$.MODULE$;
        }
    };

    private final ConcurrentLruCache<String, Parsed> expressions = new ConcurrentLruCache<>(KEPT, this::expression);
    private final ConcurrentLruCache<String, Parsed> unaryTests = new ConcurrentLruCache<>(KEPT, this::unaryTests);

    ParsedFeel(List<FeelCustomFunctionProvider> functions) {
        super(functions);
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
        return new FeelEngine.Builder()
                .functionProvider(functions)
                .valueMapper(new PlainValues(values))
                .enableExternalFunctions(false)
                .build();
    }

    /**
     * An expression, parsed.
     *
     * @param value what it always says, if it is a constant; the answers of a table mostly are
     */
    private record Parsed(
            ParsedExpression expression, @Nullable Object value) {}

    @Override
    @SuppressWarnings("unchecked") // as the interface has it: the caller says what it expects
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        Parsed parsed = expressions.get(expression);
        return (T)
                (parsed.value == null
                        ? evaluate(parsed.expression, new ContextVariableWrapper(variables))
                        : parsed.value);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        return BoxesRunTime.unboxToBoolean(
                evaluate(unaryTests.get(expression).expression, new CellVariables(inputVariable, variables)));
    }

    private Parsed expression(String text) {
        ParsedExpression parsed = result(feelEngine.parseExpression(text));
        Exp root = parsed.expression();
        boolean constant = root instanceof ConstString || root instanceof ConstNumber || root instanceof ConstBool;
        return new Parsed(parsed, constant ? result(feelEngine.eval(parsed, NOTHING)) : null);
    }

    private Parsed unaryTests(String text) {
        return new Parsed(result(feelEngine.parseUnaryTests(text)), null);
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

    /** What a cell sees: the decision's variables, and which of them is its column's input. */
    private static final class CellVariables extends ContextVariableWrapper {

        private final Some<String> inputVariable;

        CellVariables(String inputVariable, VariableContext variables) {
            super(variables);
            this.inputVariable = new Some<>(inputVariable);
        }

        @Override
        public Option getVariable(String name) {
            return INPUT_VARIABLE_NAME.equals(name) ? inputVariable : super.getVariable(name);
        }
    }
}
