package io.journeybpm.engine.check;

import io.journeybpm.decision.Shape;
import io.journeybpm.escalation.Inputs;
import io.journeybpm.outreach.FlagInputs;
import io.journeybpm.outreach.PermissionInputs;
import io.journeybpm.visits.VisitInputs;
import java.util.List;
import java.util.Optional;

/** The decisions the plugin asks. Others are their owners' business. */
public final class Shapes {

    /** All of them; each is shipped as a file named after its key. */
    public static final List<Shape> ALL =
            List.of(Inputs.SHAPE, VisitInputs.SHAPE, PermissionInputs.SHAPE, FlagInputs.SHAPE);

    private Shapes() {}

    /** The one a key belongs to. */
    static Optional<Shape> of(String key) {
        return ALL.stream().filter(each -> each.isOf(key)).findFirst();
    }
}
