package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customsgateway.mapping.Parcels.GOOD;
import static org.customsgateway.mapping.Parcels.read;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.ReplyContent;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;

class ReplyTemplateTest {

    private static final Mapping MAPPING = Drawer.opened().current(Drawer.PARCELS);

    @Test
    void a_reply_is_written_in_the_partners_format() {
        Problem problem =
                read(GOOD.replace("GIFT", "A &amp; B")).get(0).problems().get(0);
        Instant at = Instant.parse("2026-11-21T10:05:00Z");
        Status rejected = Status.of(StatusCode.REJECTED, at).with(List.of(problem));
        Status due = new Status(StatusCode.RELEASED, at, "", "", List.of(), List.of(), new BigDecimal("30.80"), "EUR");
        String reply = new String(MAPPING.reply(reply(7, List.of(rejected, due))), StandardCharsets.UTF_8);
        assertThat(reply)
                .contains("<Number>7</Number><Reference>REF-1</Reference>")
                .contains(
                        "<Status><Id>ID-0</Id><Code>20</Code><Fault>XSD-CODE Parcel[1]/Kind: &apos;Kind&apos; is none")
                .contains("<Status><Id>ID-1</Id><Code>30</Code><Total>30.80</Total></Status>");
    }

    @Test
    void a_reply_that_is_not_valid_never_leaves() {
        assertThatThrownBy(() -> MAPPING.reply(reply(0, List.of())))
                .isInstanceOf(InvalidReply.class)
                .hasMessageContaining("positiveInteger");
    }

    private static ReplyContent reply(long number, List<Status> statuses) {
        List<ItemStatus> items = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            items.add(new ItemStatus("ic-1-" + i, new ItemKey("ID-" + i, ""), i, Map.of(), statuses.get(i)));
        }
        return new ReplyContent(
                "r-1",
                number,
                new PartnerId("post-a"),
                "ic-1",
                "REF-1",
                "",
                Map.of(),
                Map.of(),
                Instant.parse("2026-11-21T10:05:00Z"),
                false,
                List.of(),
                items);
    }
}
