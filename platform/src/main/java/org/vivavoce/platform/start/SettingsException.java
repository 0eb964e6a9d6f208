package org.vivavoce.platform.start;

/**
 * A setting with which a service must not start. The message is a sentence for whoever
 * runs the service, without secrets.
 */
public final class SettingsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public SettingsException(String sentence) {
		super(sentence);
	}

	public SettingsException(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
