package org.vivavoce.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import org.jspecify.annotations.Nullable;

import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who sits at a browser in a test, each with cookies and storage of their own.
 */
final class People {

	private final Browser browser;

	private final List<Person> present = new ArrayList<>();

	People(Browser browser) {
		this.browser = browser;
	}

	/**
	 * The pipeline that tests share.
	 */
	StandaloneProcess pipeline() {
		return Pipeline.shared();
	}

	/**
	 * Somebody who is signed in.
	 */
	Person as(String role) {
		return as(role, UnaryOperator.identity());
	}

	Person as(String role, UnaryOperator<NewContextOptions> options) {
		return at(pipeline(), role, options);
	}

	/**
	 * Somebody who is not signed in.
	 */
	Person stranger() {
		return at(pipeline(), null, UnaryOperator.identity());
	}

	Person at(StandaloneProcess pipeline, @Nullable String role, UnaryOperator<NewContextOptions> options) {
		BrowserContext context = this.browser
			.newContext(options.apply(new NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB")));
		Person person = new Person(context, pipeline, role);
		this.present.add(person);
		return person;
	}

	/**
	 * End all sessions.
	 * @param failed the name of the test if it failed: then what people saw last is kept
	 * @throws AssertionError if a page did something that nobody expected, and the test
	 * did not fail anyway
	 */
	void leave(@Nullable String failed) {
		List<String> complaints = new ArrayList<>();
		for (Person person : this.present) {
			if (failed != null) {
				person.keep(Path.of("target", "browser"), failed);
			}
			complaints.addAll(person.leave());
		}
		if (failed == null) {
			assertThat(complaints).as("what pages did that nobody expected").isEmpty();
		}
		else {
			complaints.forEach(System.out::println);
			this.present.stream().flatMap(Person::troubles).distinct().forEach(System.out::println);
		}
	}

}
