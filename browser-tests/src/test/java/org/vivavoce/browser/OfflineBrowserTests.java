package org.vivavoce.browser;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.vivavoce.testing.pipeline.Played;
import org.vivavoce.testing.pipeline.Ports;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ratings that are given while nobody takes them.
 */
@InBrowser
class OfflineBrowserTests {

	private static final String ANSWERS = "*/console/answers/*";

	@Test
	void aRatingGivenOfflineIsKeptAndSavedWhenTheNetworkIsBack(People people) {
		Console console = openQuestion(people, "offline");
		console.person().context().setOffline(true);
		console.person().press("3");
		assertThat(console.sign()).containsText("Not saved yet: offline");
		console.person().press("n");
		assertThat(console.page().getByText("You stay on this question")).isVisible();
		console.shows(1);
		assertThat(console.known(1)).isZero();

		console.person().context().setOffline(false);
		console.isSaved();
		assertThat(console.known(1)).isEqualTo(3);
	}

	@Test
	void aRatingThatIsNotSavedYetSurvivesAReload(People people) {
		Console console = openQuestion(people, "reloaded");
		console.person().block(ANSWERS);
		console.person().press("2", "f", "/");
		console.person().type("kept");
		assertThat(console.sign()).containsText("Not saved yet");
		console.page().reload();
		assertThat(console.rating(2)).isChecked();
		assertThat(console.notes()).hasValue("kept");
		assertThat(console.sign()).containsText("Not saved yet");
		assertThat(console.known(1)).isZero();

		console.person().block();
		console.isSaved();
		assertThat(console.known(1)).isEqualTo(2);
	}

	@Test
	void aNewerRatingFromAnotherDeviceIsNotWrittenOver(People people) {
		Console laptop = openQuestion(people, "devices");
		laptop.person().expect("status of 412");
		laptop.person().expect("Response Status Error Code 412");
		laptop.person().context().setOffline(true);
		laptop.person().press("2");
		assertThat(laptop.sign()).containsText("Not saved yet");
		Console phone = Console.open(people.as("interviewer-1"), laptop.interview()).shows(1);
		phone.person().press("4");
		phone.isSaved();

		laptop.person().context().setOffline(false);
		assertThat(laptop.page().getByText("a newer rating of yours exists")).isVisible();
		assertThat(laptop.known(1)).isEqualTo(4);
		assertThat(Axe.findings(laptop.page())).isEmpty();
		laptop.button("Keep this").click();
		laptop.shows(1).isSaved();
		assertThat(laptop.rating(2)).isChecked();
		assertThat(laptop.known(1)).isEqualTo(2);
	}

	@Test
	void aRatingGivenWhileTheServerIsDownIsSavedWhenItHasBeenStartedAgain(People people, @TempDir Path directory) {
		Ports ports = Ports.free();
		Console console;
		try (StandaloneProcess process = StandaloneProcess.start(directory.resolve("data"), ports)) {
			Played played = Played.plan(process, "restarted", 4, "{\"mid\": 1}");
			played.next(process, null, null, false);
			console = Console.openUnreliably(people.at(process, "interviewer-1", UnaryOperator.identity()), played.id())
				.shows(1);
			process.kill();
			console.person().press("4");
			assertThat(console.sign()).containsText("Not saved yet: the server does not answer");
		}
		try (StandaloneProcess again = StandaloneProcess.start(directory.resolve("data"), ports)) {
			console.person().press("/");
			console.isSaved();
			assertThat(again.as("interviewer-1")
				.get("/score-sheets/" + console.interview())
				.require(200)
				.json()
				.at("/questions/0/mine/rating")
				.asInt()).isEqualTo(4);
			console.person().leave();
		}
	}

	/**
	 * A question that was served and that nobody has rated.
	 */
	private static Console openQuestion(People people, String candidate) {
		Played played = Played.plan(people.pipeline(), candidate, 4, "{\"mid\": 2}");
		people.pipeline().as("interviewer-1").post("/interviews/" + played.id() + "/served", null).require(201);
		people.pipeline().as("interviewer-1").patiently("GET", "/score-sheets/" + played.id(), null).require(200);
		return Console.openUnreliably(people.as("interviewer-1"), played.id()).shows(1);
	}

}
