package org.vivavoce.platform.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.NumberDeserializers;

/**
 * Reads whole numbers of requests. As in JSON Schema, 3.0 is one and 2.5 is not: a client
 * may write its numbers with a point.
 */
final class WholeNumberDeserializer<N extends Number> extends ValueDeserializer<N> {

	/** Of the largest whole number; more digits than that are not computed. */
	private static final int DIGITS = 19;

	private final ValueDeserializer<?> integers;

	private final Function<BigInteger, N> exact;

	private WholeNumberDeserializer(Class<N> type, Function<BigInteger, N> exact) {
		this.integers = NumberDeserializers.find(type);
		this.exact = exact;
	}

	static WholeNumberDeserializer<Integer> ofInteger(Class<Integer> type) {
		return new WholeNumberDeserializer<>(type, BigInteger::intValueExact);
	}

	static WholeNumberDeserializer<Long> ofLong(Class<Long> type) {
		return new WholeNumberDeserializer<>(type, BigInteger::longValueExact);
	}

	@Override
	@SuppressWarnings("unchecked")
	public N deserialize(JsonParser parser, DeserializationContext context) {
		N whole = (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) ? whole(parser.getDecimalValue()) : null;
		return (whole != null) ? whole : (N) this.integers.deserialize(parser, context);
	}

	/**
	 * The number without its point.
	 * @return null for one that is not whole, or too large
	 */
	private @Nullable N whole(BigDecimal number) {
		if (Math.abs((long) number.scale()) > DIGITS || number.precision() > 2 * DIGITS) {
			return null;
		}
		try {
			return this.exact.apply(number.toBigIntegerExact());
		}
		catch (ArithmeticException ex) {
			return null;
		}
	}

	@Override
	public @Nullable Object getNullValue(DeserializationContext context) {
		return this.integers.getNullValue(context);
	}

	@Override
	public Class<?> handledType() {
		return this.integers.handledType();
	}

}
