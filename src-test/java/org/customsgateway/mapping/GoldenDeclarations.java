package org.customsgateway.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every declaration that a golden case of a format makes. */
public final class GoldenDeclarations {

    private static final Pattern DOCUMENT = Pattern.compile("<(md:|)MetaData.*?</\\1MetaData>", Pattern.DOTALL);

    private GoldenDeclarations() {}

    public static List<String> all() throws IOException {
        List<String> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src-test/golden"))) {
            for (Path file :
                    files.filter(each -> each.endsWith("declarations.xml")).toList()) {
                Matcher document = DOCUMENT.matcher(Files.readString(file));
                while (document.find()) {
                    documents.add(document.group());
                }
            }
        }
        return documents;
    }
}
