package org.vivavoce.platform.openapi;

import java.lang.reflect.AnnotatedElement;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a value is held to by its validation annotations, where the generator does not see
 * them: in lists, in maps and their keys, and what blank means.
 */
final class Constraints {

	private Constraints() {
	}

	/**
	 * Hold a value to them.
	 */
	static void text(Schema<?> schema, AnnotatedElement annotated) {
		Size size = annotated.getAnnotation(Size.class);
		if (size != null) {
			schema.setMinLength((size.min() > 0) ? size.min() : null);
			schema.setMaxLength((size.max() < Integer.MAX_VALUE) ? size.max() : null);
		}
		if (annotated.isAnnotationPresent(NotBlank.class)) {
			schema.setMinLength(Math.max(1, (schema.getMinLength() != null) ? schema.getMinLength() : 0));
			schema.setPattern(Patterns.NOT_BLANK);
		}
		Pattern pattern = annotated.getAnnotation(Pattern.class);
		if (pattern != null) {
			schema.setPattern(Patterns.portable(pattern.regexp()));
		}
	}

	/**
	 * Hold a map to the size that it may have.
	 */
	static void map(Schema<?> schema, AnnotatedElement annotated) {
		Size size = annotated.getAnnotation(Size.class);
		if (size != null) {
			schema.setMinItems(null);
			schema.setMaxItems(null);
			schema.setMinProperties((size.min() > 0) ? size.min() : null);
			schema.setMaxProperties((size.max() < Integer.MAX_VALUE) ? size.max() : null);
		}
	}

}
