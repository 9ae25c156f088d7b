package org.customsgateway.connector.sftp;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.customsgateway.connector.SftpClientWire;

/** Camel's SFTP component for one line. */
final class WatchedComponent extends SftpComponent {

    private final Line line;
    private final SftpClientWire wire;

    WatchedComponent(CamelContext context, Line line, SftpClientWire wire) {
        super(context);
        this.line = line;
        this.wire = wire;
    }

    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        var plain = super.buildFileEndpoint(uri, remaining, parameters);
        return new SftpEndpoint(uri, this, (SftpConfiguration) plain.getConfiguration()) {
            @Override
            public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
                var operations = new WatchedOperations(line, wire);
                operations.setEndpoint(this);
                return operations;
            }
        };
    }
}
