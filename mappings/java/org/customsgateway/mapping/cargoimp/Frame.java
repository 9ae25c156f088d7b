package org.customsgateway.mapping.cargoimp;

import java.util.Set;

/** What stands around the lines of every message: the heading of a Type B telegram, and the line that names the message. */
final class Frame {

    static final String HEADING = "TypeB";
    static final String PRIORITY = "Priority";
    static final String RECIPIENT = "Recipient";
    static final String SENDER = "Sender";
    /** Date, time and what else the sender's line says behind the address. */
    static final String IDENTITY = "MessageIdentity";

    static final String MESSAGE = "SMI";
    static final String TYPE = "StandardMessageIdentifier";
    static final String VERSION = "MessageTypeVersionNumber";

    /** Messages of Cargo-IMP and CAMIR that may come instead of the expected one. */
    static final Set<String> KNOWN = Set.of(
            "FWB", "FHL", "FFM", "FFR", "FFA", "FFC", "FAR", "FBL", "FBR", "FSU", "FSA", "FSR", "FSN", "FSC", "FSQ",
            "FMA", "FNA", "FRP", "FVR", "FVA", "FDM", "FDD", "FSB", "FUM", "FWR", "FRI", "FRC", "FRX", "FXI", "FXC",
            "FXX", "FER", "PER", "PSN", "PRI", "PHL", "PWB");

    private Frame() {}
}
