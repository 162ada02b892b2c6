package io.journeybpm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journeybpm.testing.ServerTest;
import io.journeybpm.testing.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The README")
class ReadmeTest extends ServerTest {

    private static final Pattern CALL_AND_ANSWER =
            Pattern.compile("```bash\\n(curl .*?)```\\s+```json\\n(.*?)```", Pattern.DOTALL);
    private static final String WHATEVER = "…";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void showsCallsThatAnswerAsItSays() throws Exception {
        Matcher blocks = CALL_AND_ANSWER.matcher(Shipped.text("README.md"));
        int calls = 0;
        while (blocks.find()) {
            String answer = run(blocks.group(1).replace("localhost:8080", "localhost:" + port));
            contains(blocks.group(1), JSON.readTree(answer), JSON.readTree(blocks.group(2)));
            calls++;
        }
        assertThat(calls).isEqualTo(6);
    }

    private static String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    /** Everything the README shows is in the answer; the answer may say more. */
    private static void contains(String where, JsonNode answer, JsonNode shown) {
        if (shown.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> fields = shown.fields(); fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                assertThat(answer.has(field.getKey()))
                        .as(where + "\n" + field.getKey() + " in " + answer)
                        .isTrue();
                contains(where, answer.get(field.getKey()), field.getValue());
            }
        } else if (shown.isArray()) {
            for (int at = 0; at < shown.size(); at++) {
                contains(where, answer.path(at), shown.get(at));
            }
        } else if (!WHATEVER.equals(shown.asText())) {
            assertThat(answer).as(where).isEqualTo(shown);
        }
    }
}
