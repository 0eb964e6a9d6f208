package org.vivavoce.question.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.yaml.YamlReader;

/**
 * The question sets that come with the service.
 */
public final class ShippedSetRepository {

	private static final String RESOURCES = "classpath*:question-sets/*.yaml";

	private ShippedSetRepository() {
	}

	/**
	 * Read them all.
	 * @throws IllegalStateException when one has faults
	 */
	public static List<QuestionSetDraft> all() {
		try {
			return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(RESOURCES))
				.map(ShippedSetRepository::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static QuestionSetDraft read(Resource resource) {
		try {
			return switch (YamlReader.read(resource.getContentAsByteArray(), DocumentOverrides.NONE)) {
				case ParseResult.Accepted accepted -> accepted.draft();
				case ParseResult.Refused refused ->
					throw new IllegalStateException(resource.getDescription() + ": " + refused.faults());
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
