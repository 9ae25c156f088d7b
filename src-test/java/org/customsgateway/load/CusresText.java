package org.customsgateway.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a carrier looks at in CUSRES: the house of each DOC, and the status code in the words that follow (FTX 4441). */
final class CusresText {

    private CusresText() {}

    static List<ReplyCount.Told> told(InputStream bytes) throws IOException {
        var told = new ArrayList<ReplyCount.Told>();
        int serial = -1;
        for (var segment : new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).split("'")) {
            var elements = segment.strip().split("\\+");
            if (elements[0].equals("DOC")) {
                serial = EdifactFile.serial(elements[2]);
            } else if (elements[0].equals("FTX") && serial >= 0 && elements.length > 3) {
                told.add(new ReplyCount.Told(elements[3], serial));
            }
        }
        return told;
    }
}
