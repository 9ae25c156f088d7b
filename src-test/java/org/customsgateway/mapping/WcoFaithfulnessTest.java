package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import net.jqwik.api.statistics.Statistics;
import org.opentest4j.TestAbortedException;

/** Our schemas and the real ones agree about every document that uses the positions of the profile: one is valid where the other is. */
@AddLifecycleHook(WcoFaithfulnessTest.WithoutData.class)
class WcoFaithfulnessTest {

    private static final WcoModel MODEL = Shipped.model();

    /** jqwik takes an assumption that does not hold for an error: so it must be told before. */
    static final class WithoutData implements SkipExecutionHook {
        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            try {
                Hmrc.needed();
                return SkipResult.doNotSkip();
            } catch (TestAbortedException e) {
                return SkipResult.skip(e.getMessage());
            }
        }
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void declarationsAreValidHereWhereTheyAreValidThere(@ForAll long seed) {
        byte[] document = new WcoDocuments(new Random(seed)).next("Declaration");
        agree(document, MODEL.validateDeclaration(document));
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void responsesAreValidHereWhereTheyAreValidThere(@ForAll long seed) {
        byte[] document = new WcoDocuments(new Random(seed)).next("Response");
        agree(document, MODEL.validateResponse(document));
    }

    private static void agree(byte[] document, List<WcoFinding> findings) {
        Statistics.label("valid")
                .collect(findings.isEmpty())
                .coverage(share -> share.check(true).percentage(percent -> percent > 10 && percent < 90));
        assertThat(Hmrc.fault(document).isEmpty())
                .as(
                        "%s%nhere %s%nthere %s",
                        new String(document, StandardCharsets.UTF_8), findings, Hmrc.fault(document))
                .isEqualTo(findings.isEmpty());
    }
}
