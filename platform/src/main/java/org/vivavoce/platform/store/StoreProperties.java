package org.vivavoce.platform.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one document may hold.
 *
 * @param maxDocumentSize of the state of one aggregate: a candidate, an interview, a
 * question set; 64KB to 12MB, because MongoDB takes documents up to 16 MiB and events
 * that wait to be published lie in the same one. Each change writes the whole document,
 * so a large one slows down those that share its partition
 */
@ConfigurationProperties("vivavoce.store")
public record StoreProperties(@DefaultValue("8MB") DataSize maxDocumentSize) {

	private static final DataSize LEAST = DataSize.ofKilobytes(64);

	private static final DataSize MOST = DataSize.ofMegabytes(12);

	public StoreProperties {
		if (maxDocumentSize.compareTo(LEAST) < 0 || maxDocumentSize.compareTo(MOST) > 0) {
			throw new IllegalArgumentException("A document may have from " + LEAST.toKilobytes() + "KB to "
					+ MOST.toMegabytes() + "MB, not " + maxDocumentSize);
		}
	}

}
