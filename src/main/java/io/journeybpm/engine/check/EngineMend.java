package io.journeybpm.engine.check;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What to do about what the engine says of a file. The first that fits is said. */
enum EngineMend {
    TIME_TO_LIVE(
            "(?i)time ?to ?live|\\bTTL\\b",
            "Set the history time to live of the process or decision, such as P180D: how long its history is kept."),
    TOO_LONG("the longest that can be kept", "Make it shorter."),
    TOO_DEEP("deep within each other", "Draw fewer levels of sub-processes, or call a process of its own."),
    NOT_ALONE("the id is used twice| in '.*' too; |already; give it", "Give one of them another."),
    DOCTYPE("(?i)DOCTYPE", "Take the DOCTYPE out; BPMN and DMN need none."),
    CUT_OFF(
            "(?i)must start and end|premature|end-tag|must be terminated|end of file|XML document structures|not allowed in prolog",
            "The file is damaged or cut off; save it again in the Modeler."),
    EXPRESSION("(?i)error parsing '", "Correct the expression."),
    START("when to start|by what to start", "Say it with a duration such as PT1H, a date, or a cycle such as R/P1D."),
    ID_TWICE("(?i)cvc-id|occurrences of ID|ID value|same id|duplicate", "Give each element an id of its own."),
    REFERENCE(
            "(?i)no element|reference|invalid source|invalid destination|not found|unresolved|attachedTo",
            "Connect it again in the Modeler: what it refers to isn't there."),
    SCHEMA(
            "(?i)cvc-|content|attribute .* not allowed|schema",
            "Draw the element again in the Modeler and save; what the Modeler doesn't know doesn't belong here."),
    XML(
            "(?i)invalid (XML )?character|invalid byte|entity|well-formed|markup|SAX|must be followed|must not",
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
