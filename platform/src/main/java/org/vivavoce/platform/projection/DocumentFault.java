package org.vivavoce.platform.projection;

import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Tells failures that come from what a document holds from those of the store or the
 * broker: the first will come again whenever the document is handled, the second pass.
 */
public final class DocumentFault {

	private static final List<Class<? extends RuntimeException>> TYPES = List.of(NullPointerException.class,
			IllegalArgumentException.class, ArithmeticException.class, DateTimeException.class,
			ClassCastException.class, IndexOutOfBoundsException.class, NoSuchElementException.class,
			UnsupportedOperationException.class, JacksonException.class);

	private DocumentFault() {
	}

	/**
	 * Whether the innermost cause is one.
	 */
	public static boolean isIn(Throwable failure) {
		Throwable innermost = Stream.iterate(failure, (each) -> each != null, Throwable::getCause)
			.reduce((outer, inner) -> inner)
			.orElse(failure);
		return TYPES.stream().anyMatch((type) -> type.isInstance(innermost))
				|| innermost instanceof ProblemException problem && problem.type().equals(ProblemTypes.TOO_LARGE);
	}

}
