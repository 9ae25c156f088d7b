package org.customsgateway.mapping;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Reads documents as our templates write them, and nothing else: UTF-8, namespaces declared at the root, tags, attributes, text, the
 * five entities of XML itself. At anything beyond that it gives up with {@link NotPlain}, and a parser has to say what the document is.
 * So what it reads is well-formed, and a validator behind it sees what it would see behind a parser, for half of the parser's time.
 * Its names are interned: the JDK's validator then compares them by identity.
 */
final class PlainXml extends XMLFilterImpl {

    /** Nothing is said about the document, not even that it is wrong. */
    static final class NotPlain extends SAXException {

        private static final NotPlain NOT_PLAIN = new NotPlain();

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;
    private static final String XMLNS = "xmlns";
    private static final String STRING_INTERNING = "http://xml.org/sax/features/string-interning";
    private static final List<String> DECLARATIONS = List.of(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
    /** From here on stand those that are no characters, and the one that takes the place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final String root;
    private final String never;
    private final PlainNames names = new PlainNames();
    /** What the root declares: prefixes, and the namespaces at the same places. */
    private final List<String> prefixes = new ArrayList<>();

    private final List<String> namespaces = new ArrayList<>();
    private final AttributesImpl attributes = new AttributesImpl();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final char[] one = new char[1];
    private char[] text = new char[8192];
    private int length;
    private int at;
    private PlainName[] open = new PlainName[32];
    private int depth;

    /** Any root, and any element. */
    PlainXml() {
        this("", "");
    }

    /**
     * @param root local name of the only root that is plain; empty for any
     * @param never local name of an element that is not; empty for none
     */
    PlainXml(String root, String never) {
        this.root = root.intern();
        this.never = never.intern();
    }

    /** Takes the document that {@link #parse} is to read. */
    PlainXml of(byte[] document) {
        if (document.length >= text.length) {
            text = new char[document.length + 1];
        }
        int plain = ascii(document);
        new String(document, 0, plain, StandardCharsets.ISO_8859_1).getChars(0, plain, text, 0);
        CharBuffer decoded = CharBuffer.wrap(text, plain, text.length - plain);
        decoder.reset().decode(ByteBuffer.wrap(document, plain, document.length - plain), decoded, true);
        decoder.flush(decoded);
        length = decoded.position();
        text[length] = 0; // stops everything that looks one further
        at = 0;
        for (String declaration : DECLARATIONS) {
            if (PlainNames.same(declaration, text, 0, Math.min(length, declaration.length()))) {
                at = declaration.length();
            }
        }
        return this;
    }

    /** How many bytes there are before the first eight that are not all ASCII: most documents are nothing else. */
    private static int ascii(byte[] document) {
        int at = 0;
        while (at + Long.BYTES <= document.length && ((long) EIGHT.get(document, at) & NOT_ASCII) == 0) {
            at += Long.BYTES;
        }
        return at;
    }

    @Override
    public boolean getFeature(String name) {
        return STRING_INTERNING.equals(name);
    }

    @Override
    public void parse(InputSource ignored) throws SAXException {
        ContentHandler handler = getContentHandler();
        prefixes.clear();
        namespaces.clear();
        depth = 0;
        blanks();
        handler.startDocument();
        open(handler);
        while (depth > 0) {
            if (text[at] != '<') {
                characters(handler);
            } else if (text[at + 1] == '/') {
                close(handler);
            } else {
                open(handler);
            }
        }
        blanks();
        require(at == length);
        handler.endDocument();
    }

    private void open(ContentHandler handler) throws SAXException {
        require(text[at] == '<');
        at++;
        PlainName name = name();
        require((depth > 0 || root.isEmpty() || name.local().equals(root))
                && !name.local().equals(never));
        attributes.clear();
        while (text[at] != '>') {
            require(blanks());
            if (text[at] != '>') {
                attribute(handler);
            }
        }
        at++;
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = name;
        handler.startElement(namespace(name), name.local(), name.qualified(), attributes);
    }

    private void attribute(ContentHandler handler) throws SAXException {
        PlainName name = name();
        require(text[at] == '=' && text[at + 1] == '"');
        at += 2;
        int from = at;
        for (char c = text[at]; c != '"'; c = text[++at]) {
            require(c >= ' ' && c != '<' && c != '&' && c < REPLACEMENT);
        }
        String value = new String(text, from, at - from);
        at++;
        if (name.prefix().equals(XMLNS) || name.qualified().equals(XMLNS)) {
            declare(name.prefix().isEmpty() ? "" : name.local(), value.intern(), handler);
        } else {
            require(name.prefix().isEmpty() && attributes.getIndex(name.local()) < 0);
            attributes.addAttribute("", name.local(), name.local(), "CDATA", value);
        }
    }

    private void declare(String prefix, String namespace, ContentHandler handler) throws SAXException {
        require(depth == 0 && !prefix.startsWith("xml") && !prefixes.contains(prefix));
        // those of XML itself are bound already, and none at all cannot be bound to a prefix
        require(!namespace.isBlank() && !namespace.startsWith("http://www.w3.org/"));
        prefixes.add(prefix);
        namespaces.add(namespace);
        handler.startPrefixMapping(prefix, namespace);
    }

    private String namespace(PlainName name) throws NotPlain {
        int place = prefixes.indexOf(name.prefix());
        require(place >= 0 || name.prefix().isEmpty());
        return place < 0 ? "" : namespaces.get(place);
    }

    private void close(ContentHandler handler) throws SAXException {
        at += 2;
        PlainName name = open[--depth];
        String qualified = name.qualified();
        require(PlainNames.same(qualified, text, at, Math.min(length, at + qualified.length())));
        at += qualified.length();
        require(text[at++] == '>');
        handler.endElement(namespace(name), name.local(), qualified);
    }

    private void characters(ContentHandler handler) throws SAXException {
        char[] letters = text;
        int from = at;
        int i = from;
        for (char c = letters[i]; c != '<'; c = letters[i]) {
            require((c >= ' ' || c == '\n' || c == '\t') && c < REPLACEMENT);
            require(c != '>' || i - from < 2 || letters[i - 1] != ']' || letters[i - 2] != ']');
            if (c == '&') {
                handler.characters(letters, from, i - from);
                at = i;
                one[0] = entity();
                handler.characters(one, 0, 1);
                i = at;
                from = i;
            } else {
                i++;
            }
        }
        at = i;
        handler.characters(letters, from, i - from);
    }

    private char entity() throws NotPlain {
        int end = at + 1;
        while (text[end] >= 'a' && text[end] <= 'z' && end - at < 5) {
            end++;
        }
        require(text[end] == ';');
        String name = new String(text, at + 1, end - at - 1);
        at = end + 1;
        return switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw NotPlain.NOT_PLAIN;
        };
    }

    private PlainName name() throws NotPlain {
        PlainName name = names.at(text, at);
        require(name != null);
        at += name.qualified().length();
        return name;
    }

    private boolean blanks() {
        int start = at;
        while (text[at] == ' ' || text[at] == '\n' || text[at] == '\t') {
            at++;
        }
        return at > start;
    }

    private static void require(boolean plain) throws NotPlain {
        if (!plain) {
            throw NotPlain.NOT_PLAIN;
        }
    }
}
