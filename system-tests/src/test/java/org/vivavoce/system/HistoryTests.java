package org.vivavoce.system;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ledger notices what it is there to notice.
 */
class HistoryTests {

	private final History history = new History();

	@Test
	void whatIsThereAsAcknowledgedIsInOrder() {
		write("a", 1);
		write("b", 2);
		assertThat(this.history.fault("b", 2)).isEmpty();
		assertThat(this.history.count()).isEqualTo(2);
	}

	@Test
	void aLostWriteIsAFault() {
		write("a", 1);
		assertThat(this.history.fault(null, 0)).hasValueSatisfying((fault) -> assertThat(fault).contains("lost"));
	}

	@Test
	void anEarlierContentOrAnotherRevisionIsAFault() {
		write("a", 1);
		write("b", 2);
		assertThat(this.history.fault("a", 1)).isPresent();
		assertThat(this.history.fault("b", 1)).isPresent();
		assertThat(this.history.fault("b", 3)).isPresent();
	}

	@Test
	void aContentThatNobodyWroteIsAFault() {
		write("a", 1);
		assertThat(this.history.fault("x", 1)).isPresent();
	}

	@Test
	void aWriteWithoutAnAnswerMayHaveHappenedOrNot() {
		write("a", 1);
		this.history.sent("b");
		assertThat(this.history.fault("a", 1)).isEmpty();
		assertThat(this.history.fault("b", 2)).isEmpty();
		assertThat(this.history.fault("b", 3)).isPresent();
		assertThat(this.history.unknown()).isEqualTo(1);
	}

	@Test
	void aRevisionThatIsGivenTwiceOrSkippedIsAFault() {
		write("a", 1);
		this.history.sent("b");
		assertThat(this.history.acknowledged(1)).isPresent();
		this.history.sent("c");
		assertThat(this.history.acknowledged(5)).isPresent();
	}

	@Test
	void theSameContentAgainKeepsItsRevision() {
		write("a", 1);
		write("a", 1);
		assertThat(this.history.fault("a", 1)).isEmpty();
		this.history.sent("a");
		assertThat(this.history.acknowledged(2)).isPresent();
	}

	private void write(String content, int revision) {
		this.history.sent(content);
		assertThat(this.history.acknowledged(revision)).isEmpty();
	}

}
