package io.journeybpm.journey;

/**
 * A stage of the journey, drawn as an embedded sub-process.
 *
 * @param id the sub-process's BPMN element id
 * @param title what people read
 */
public record Phase(String id, String title) {}
