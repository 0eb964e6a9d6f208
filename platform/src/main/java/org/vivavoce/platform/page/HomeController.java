package org.vivavoce.platform.page;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.RedirectView;
import org.springframework.web.reactive.result.view.View;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Leads everybody to the first page that is theirs.
 */
@PageController
final class HomeController {

	@GetMapping("/")
	Mono<View> home(@ModelAttribute("viewer") Viewer viewer) {
		return Mono.justOrEmpty(viewer.navigation().stream().findFirst())
			.<View>map((first) -> new RedirectView(first.path()))
			.switchIfEmpty(Mono.error(() -> new ProblemException(ProblemTypes.FORBIDDEN,
					"You are signed in as " + viewer.id() + ", but no page is open to you. Ask whoever runs Viva Voce "
							+ "for the scopes that your work needs.")));
	}

}
