package org.vivavoce.contracts;

/**
 * What came of reading a Kafka record.
 */
public sealed interface Decoded {

	/**
	 * A record that keeps the contract.
	 */
	record Read(Envelope envelope) implements Decoded {

	}

	/**
	 * A record that breaks the contract.
	 *
	 * @param reason one sentence that names the header or field
	 * @param breach the first rule that it breaks
	 */
	record Unreadable(String reason, Breach breach) implements Decoded {

		private static final int MAX_LENGTH = 1000;

		/**
		 * The reason quotes what a stranger wrote: it stays one line of bounded length.
		 */
		public Unreadable {
			reason = reason.replaceAll("\\p{Cntrl}+", " ");
			reason = (reason.length() > MAX_LENGTH) ? reason.substring(0, MAX_LENGTH) + "…" : reason;
		}

	}

}
