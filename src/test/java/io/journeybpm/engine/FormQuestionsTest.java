package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.engine.AnnouncedVisits.Question;
import io.journeybpm.engine.AnnouncedVisits.Question.Choice;
import io.journeybpm.engine.AnnouncedVisits.Question.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The questions of a form that is answered elsewhere")
class FormQuestionsTest {

    private static InputStream form(String name) throws IOException {
        return Files.newInputStream(Path.of("processes", "forms", name));
    }

    @Test
    void areThoseTheJourneyGoesOnByInTheWordsOfTheForm() throws IOException {
        assertThat(FormQuestions.read(form("pressure-test.form"), List.of("leakStopped")))
                .containsExactly(new Question(
                        "leakStopped",
                        "Is the leak stopped?",
                        true,
                        Kind.ONE_OF,
                        List.of(new Choice("yes", "Yes"), new Choice("no", "No"))));
    }

    @Test
    void areAskedByTheirNamesWhereTheFormLacksThem() throws IOException {
        assertThat(FormQuestions.read(form("pressure-test.form"), List.of("pressure")))
                .containsExactly(new Question("pressure", "pressure", false, Kind.TEXT, List.of()));
    }
}
