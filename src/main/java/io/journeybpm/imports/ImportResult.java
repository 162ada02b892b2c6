package io.journeybpm.imports;

import io.journeybpm.imports.ImportView.Rejected;
import java.util.Map;

/** What came of a log, as kept with its run; see {@link ImportView}. */
record ImportResult(long cases, long contacts, Map<String, Long> levels, Rejected rejected) {}
