package io.journeybpm.rest;

import static io.journeybpm.testing.PhotoFixtures.claiming;
import static io.journeybpm.testing.PhotoFixtures.fromAPhone;
import static io.journeybpm.testing.PhotoFixtures.jpeg;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.Multipart;
import io.journeybpm.testing.PhotoFixtures;
import io.journeybpm.testing.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Photos over REST")
class PhotosOverRestTest extends ServerTest {

    private static String photos(String caseId) {
        return "/api/cases/" + caseId + "/photos";
    }

    private Answer add(String caseId, byte[] photo, String... headers) {
        return Multipart.ofFile("photo", "door.jpg", photo)
                .field("party", "plumber")
                .field("by", "Bo")
                .field("takenAt", "2026-01-05T09:30:00+01:00")
                .post(as("integrator"), photos(caseId), headers);
    }

    @Test
    void areListedAndShownAsTheyWereDrawnAnew() {
        String caseId = newCase();
        Answer added = add(caseId, fromAPhone(600, 400)).expect(201);
        assertThat(added.header("Location")).isEqualTo(photos(caseId) + "/" + added.at("/photoId"));

        JsonNode listed = as("ops").get(photos(caseId)).expect(200).json();
        assertThat(listed.at("/items")).hasSize(1);
        assertThat(listed.at("/items/0")).isEqualTo(added.json());
        assertThat(added.at("/party")).isEqualTo("plumber");
        assertThat(added.at("/by")).isEqualTo("Bo");
        assertThat(added.at("/takenAt")).isEqualTo("2026-01-05T08:30:00Z");
        assertThat(added.at("/width")).isEqualTo("400");
        assertThat(added.at("/height")).isEqualTo("600");

        for (String path : new String[] {added.at("/picture"), added.at("/small")}) {
            Answer picture = as("ops").get(path).expect(200);
            assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(picture.header("Content-Disposition")).startsWith("inline");
            assertThat(picture.body()).doesNotContain(PhotoFixtures.SECRET);
        }
    }

    @Test
    void mayShowTheWorkOfAContactOfTheCase() {
        String caseId = newCase();
        String contact = as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'channel':'visit','party':'plumber'}")
                .expect(201)
                .at("/contactId");
        Answer added = Multipart.ofFile("photo", "door.jpg", jpeg(40, 30))
                .field("contactId", contact)
                .post(as("ops"), photos(caseId))
                .expect(201);
        assertThat(added.at("/contactId")).isEqualTo(contact);
        Multipart.ofFile("photo", "door.jpg", jpeg(40, 30))
                .field("contactId", caseId + "~999")
                .post(as("ops"), photos(caseId))
                .problem(404, "contactId");
        Multipart.ofFile("photo", "door.jpg", jpeg(40, 30))
                .field("contactId", "another")
                .post(as("ops"), photos(caseId))
                .problem(400, "contactId");
    }

    @Test
    void areAddedOnceHoweverOftenTheyAreSent() {
        String caseId = newCase();
        Answer first = add(caseId, jpeg(40, 30), "Idempotency-Key", "p-1").expect(201);
        Answer again = add(caseId, jpeg(40, 30), "Idempotency-Key", "p-1").expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(as("ops").get(photos(caseId)).json().at("/items")).hasSize(1);
        add(caseId, jpeg(41, 30), "Idempotency-Key", "p-1").problem(422);
    }

    @Test
    void areNobodyElsesCase() {
        String caseId = newCase();
        String photo = add(caseId, jpeg(40, 30)).expect(201).at("/photoId");
        as("ops").get(photos(newCase()) + "/" + photo).problem(404);
        as("ops").get(photos(caseId) + "/" + photo).expect(200);
        as("ops").get(photos("no-such-case")).problem(404);
    }

    @Test
    void areRefusedWithTheReason() {
        String caseId = newCase();
        add(caseId, "<script>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .problem(415, "photo");
        add(caseId, claiming(60_000, 60_000)).problem(413, "photo");
        add(caseId, new byte[(8 << 20) + 1]).problem(413);
        add(caseId, new byte[0]).problem(400, "photo");
        Multipart.of("party", "plumber").post(as("ops"), photos(caseId)).problem(400, "photo");
        Multipart.ofFile("photo", "door.jpg", jpeg(40, 30))
                .field("takenAt", "2999-01-01T00:00:00Z")
                .post(as("ops"), photos(caseId))
                .problem(400, "takenAt");
        add("no-such-case", jpeg(40, 30)).problem(404);
        assertThat(as("ops").get(photos(caseId)).json().at("/items")).isEmpty();
    }
}
