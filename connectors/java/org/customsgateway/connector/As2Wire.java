package org.customsgateway.connector;

import java.util.List;

/**
 * The partner and the gateway exchange AS2 messages (RFC 4130). What is agreed here is the same for every message: nothing that
 * a message says of itself makes it less strict.
 *
 * @param id the partner's AS2 name: {@code AS2-From} of what it sends
 * @param ours the gateway's AS2 name towards it: {@code AS2-To} of what it sends
 * @param certificates the partner's: any that is valid vouches for its signatures, and the one whose time ends first is encrypted
 *     for; never empty
 * @param keys which of the gateway's own keys sign, in their times; empty: the one of those that are valid whose time ends first.
 *     What comes in may be encrypted for any of them
 * @param receiving what is asked of messages that come in
 * @param sending what goes out, and how
 * @param requests most at a time
 */
public record As2Wire(
        String id,
        String ours,
        List<DatedCertificate> certificates,
        List<DatedAlias> keys,
        As2Receiving receiving,
        As2Sending sending,
        int requests) {}
