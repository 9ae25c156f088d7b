package org.customsgateway.connector;

import java.util.List;
import java.util.stream.Collectors;

/** The partner files cannot be used; every fault is listed. */
public final class InvalidPartners extends RuntimeException {

    private final transient List<PartnerFault> faults;

    public InvalidPartners(List<PartnerFault> faults) {
        super(faults.stream().map(PartnerFault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    public List<PartnerFault> faults() {
        return faults;
    }
}
