package org.vivavoce.platform.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Leads a browser on to another page, so that going back or reloading does not send a
 * form again.
 */
public final class SeeOther {

	private SeeOther() {
	}

	/**
	 * On to an address.
	 * @param location encoded as it goes into the answer
	 */
	public static Rendering to(String location) {
		return Rendering.redirectTo(location).status(HttpStatus.SEE_OTHER).build();
	}

}
