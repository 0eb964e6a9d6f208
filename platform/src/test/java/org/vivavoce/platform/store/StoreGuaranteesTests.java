package org.vivavoce.platform.store;

import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.vivavoce.platform.start.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoreGuaranteesTests {

	@Test
	void aConnectionStringWithoutOptionsGetsMajorityAndJournal() {
		MongoClientSettings settings = settings("");
		assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
		assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
		assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
		assertThat(settings.getRetryWrites()).isTrue();
	}

	@Test
	void whatTheConnectionStringSaysIsKept() {
		MongoClientSettings settings = settings("?w=3&wtimeoutMS=700&readConcernLevel=linearizable");
		assertThat(settings.getWriteConcern().getWObject()).isEqualTo(3);
		assertThat(settings.getWriteConcern().getWTimeout(TimeUnit.MILLISECONDS)).isEqualTo(700);
		assertThat(settings.getWriteConcern().getJournal()).isTrue();
		assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.LINEARIZABLE);
	}

	@Test
	void aTimeoutAloneStillMeansMajority() {
		assertThat(settings("?wtimeoutMS=700").getWriteConcern())
			.isEqualTo(WriteConcern.MAJORITY.withWTimeout(700, TimeUnit.MILLISECONDS).withJournal(true));
	}

	@ParameterizedTest
	@CsvSource({ "w=0, w=majority", "w=1, w=majority", "journal=false, journal=true",
			"retryWrites=false, retryWrites=true", "readPreference=secondaryPreferred, readPreference=primary" })
	void lessThanThatIsRefusedInASentence(String option, String expected) {
		assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> settings("?" + option))
			.withMessageContaining("say " + option)
			.withMessageContaining("expected is " + expected);
	}

	private static MongoClientSettings settings(String options) {
		MongoClientSettings.Builder settings = MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString("mongodb://store/question" + options));
		StoreGuarantees.require(settings);
		return settings.build();
	}

}
