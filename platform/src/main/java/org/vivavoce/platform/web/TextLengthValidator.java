package org.vivavoce.platform.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Holds texts to a {@link Size} in code points.
 */
public final class TextLengthValidator implements ConstraintValidator<Size, CharSequence> {

	private int min;

	private int max;

	@Override
	public void initialize(Size size) {
		this.min = size.min();
		this.max = size.max();
	}

	@Override
	public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
		if (text == null) {
			return true;
		}
		int length = Character.codePointCount(text, 0, text.length());
		return length >= this.min && length <= this.max;
	}

}
