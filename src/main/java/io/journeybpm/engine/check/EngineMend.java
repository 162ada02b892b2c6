package io.journeybpm.engine.check;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What to do about what the engine says of a file. The first that fits is said. */
enum EngineMend {
    TIME_TO_LIVE(
            "(?i)time ?to ?live|TTL",
            "Set the history time to live of the process or decision, such as P180D: how long its history is kept."),
    DOCTYPE("(?i)DOCTYPE", "Take the DOCTYPE out; BPMN and DMN need none."),
    ID_TWICE("(?i)cvc-id|occurrences of ID|ID value|same id", "Give each element an id of its own."),
    REFERENCE(
            "(?i)no element|reference|referenced|invalid source|invalid target|not found|unresolved|attachedTo",
            "Connect it again in the Modeler: what it refers to isn't there."),
    SCHEMA(
            "(?i)cvc-|content|attribute .* not allowed|schema",
            "Open the file in the Modeler, draw the element again and save; what the Modeler doesn't know doesn't belong here."),
    CUT_OFF(
            "(?i)must start and end|premature|end-tag|end of file|XML document structures|Content is not allowed|not allowed in prolog",
            "The file is damaged or cut off; save it again in the Modeler."),
    XML(
            "(?i)invalid (XML )?character|invalid byte|entity|well-formed|must be|markup|parsing|SAX",
            "The file is damaged; save it again in the Modeler."),
    ANY("", "Correct it in the Modeler and deploy again.");

    private final Pattern said;
    private final String mend;

    EngineMend(String said, String mend) {
        this.said = Pattern.compile(said);
        this.mend = mend;
    }

    static String of(String said) {
        return Arrays.stream(values())
                .filter(each -> each.said.matcher(said).find())
                .findFirst()
                .orElse(ANY)
                .mend;
    }
}
