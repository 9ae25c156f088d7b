package org.customsgateway.connector;

import java.nio.file.Path;
import org.customsgateway.message.Origin;

/**
 * A reply on its way out.
 *
 * @param id the same whenever the same dispatch is tried again, new when the reply is to go out once more: what a wire that
 *     can recognises a second copy by
 * @param name one path segment, see {@link SafeName}
 * @param content its bytes
 * @param origin of the interchange that is answered; of the latest one, when the same bytes came again
 * @param reference the sender's own reference of that interchange, or empty
 * @param contentType media type of the bytes (RFC 9110, 8.3), or empty where its format has none
 */
public record Dispatch(String id, String name, Content content, Origin origin, String reference, String contentType) {

    /** One that answers nothing in particular. */
    public static Dispatch of(String name, Path bytes) {
        return new Dispatch(name, name, Content.of(bytes), Origin.NONE, "", "");
    }
}
