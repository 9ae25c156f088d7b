package org.customsgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

    private record Listeners(
            String brokerUrl,
            int secureBrokerPort,
            int sftpPort,
            int httpsPort,
            int as2Port,
            int secureAs2Port,
            int metricsPort)
            implements RunningGateway {

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | 0    | 0    | 0    | 0    | ready: broker tcp://b:1
            2222 | 0    | 0    | 0    | 9464 | ready: sftp port 2222, metrics port 9464, broker tcp://b:1
            2222 | 8443 | 4080 | 4443 | 9464 | ready: sftp port 2222, https port 8443, as2 port 4080, as2 port 4443, metrics port 9464, broker tcp://b:1
            """)
    void says_what_is_open_and_nothing_of_what_is_not(
            int sftp, int https, int as2, int secureAs2, int metrics, String line) {
        var gateway = new Listeners("tcp://b:1", 0, sftp, https, as2, secureAs2, metrics);
        assertThat(RunCommand.ready(gateway)).isEqualTo(line);
    }
}
