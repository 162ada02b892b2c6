package io.journeybpm.decision;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something a decision is told.
 *
 * @param <S> all that is known when it is asked
 * @param name in DMN
 * @param kind of value
 * @param reading where the value comes from; one that has to be asked for is a {@link java.util.function.Supplier}
 */
public record Input<S>(String name, Kind kind, Function<? super S, ? extends @Nullable Object> reading) {}
