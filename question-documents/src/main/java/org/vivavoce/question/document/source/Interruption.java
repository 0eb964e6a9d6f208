package org.vivavoce.question.document.source;

import java.util.concurrent.CancellationException;

/**
 * Ends the reading of a document that nobody waits for any more: whoever does not want
 * the result interrupts the thread that reads.
 */
public final class Interruption {

	private Interruption() {
	}

	/**
	 * To be called wherever a reader goes on to the next line, row, node or question.
	 * @throws CancellationException when the thread is interrupted, which it stays
	 */
	public static void check() {
		if (Thread.currentThread().isInterrupted()) {
			throw new CancellationException("The document is not wanted any more");
		}
	}

}
