package io.journeybpm.journey;

/** The way a contact takes between the customer and whoever meets the customer. */
public enum Channel implements Word {
    PHONE,
    EMAIL,
    SMS,
    LETTER,
    VISIT,
    STORE,
    WEB,
    APP,
    CHAT;

    /** Whether a contact the company starts on this channel takes the customer's time then and there. */
    public boolean isConversation() {
        return this == PHONE || this == VISIT || this == STORE || this == CHAT;
    }
}
