package io.journeybpm.journey;

/** Who starts a contact: inbound, the customer comes to us; outbound, we go to the customer. */
public enum Direction implements Word {
    INBOUND,
    OUTBOUND
}
