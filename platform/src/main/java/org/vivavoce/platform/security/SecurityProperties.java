package org.vivavoce.platform.security;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tokens are read.
 *
 * @param personClaim the claim that names the person
 * @param grants rights for tokens of issuers that put none into them
 */
@Validated
@ConfigurationProperties("vivavoce.security")
public record SecurityProperties(@DefaultValue("sub") @NotBlank String personClaim,
		@DefaultValue List<@Valid Grant> grants) {

	public SecurityProperties {
		grants = List.copyOf(grants);
	}

	/**
	 * Rights for whoever has a claim with a value: an address, a group, a domain.
	 *
	 * @param claim text, or a list of texts
	 * @param value the whole text, or one of the list
	 */
	public record Grant(@NotBlank String claim, @NotBlank String value, @NotEmpty List<@NotBlank String> rights) {

		public Grant {
			rights = List.copyOf(rights);
		}

	}

}
