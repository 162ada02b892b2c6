package io.journeybpm.engine;

import camundajar.impl.scala.math.BigDecimal$;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;

/**
 * Values into FEEL and back. What tables are mostly about goes straight; FEEL's own way asks a list of mappers in turn
 * and leaves it by an exception as soon as one has answered, for each cell anew.
 *
 * @param all for everything else
 */
record PlainValues(ValueMapper all) implements ValueMapper {

    @Override
    public Val toVal(@Nullable Object value) {
        if (value == null) {
            return ValNull$.MODULE$;
        } else if (value instanceof Val known) {
            return known;
        } else if (value instanceof Integer number) {
            return new ValNumber(BigDecimal$.MODULE$.int2bigDecimal(number));
        } else if (value instanceof Long number) {
            return new ValNumber(BigDecimal$.MODULE$.long2bigDecimal(number));
        } else if (value instanceof String text) {
            return new ValString(text);
        } else if (value instanceof Boolean truth) {
            return new ValBoolean(truth);
        }
        return all.toVal(value);
    }

    @Override
    public @Nullable Object unpackVal(Val value) {
        if (value instanceof ValBoolean truth) {
            return truth.value();
        } else if (value instanceof ValString text) {
            return text.value();
        }
        return all.unpackVal(value);
    }
}
