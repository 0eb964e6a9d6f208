package org.vivavoce.scoring.panel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rating has to be there: 1 to 4, or null for "not assessed". Leaving it out is a
 * fault, because it is no rating.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RatingScale.Validator.class)
@interface RatingScale {

	/**
	 * What is wrong.
	 */
	String message() default "must be 1, 2, 3, 4 or null (not assessed), and present";

	/**
	 * Validation groups.
	 */
	Class<?>[] groups() default {};

	/**
	 * For clients of Bean Validation.
	 */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Tells an absent rating from null.
	 */
	final class Validator implements ConstraintValidator<RatingScale, JsonNode> {

		@Override
		public boolean isValid(@Nullable JsonNode rating, @Nullable ConstraintValidatorContext context) {
			return rating != null && (rating.isNull() || (rating.isNumber() && rating.canConvertToExactIntegral()
					&& rating.canConvertToInt() && rating.intValue() >= 1 && rating.intValue() <= 4));
		}

	}

}
