package dev.ticketwire.gateway.text;

import com.beetstra.jutf7.CharsetProvider;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maps charset labels of requests and mails to Java charsets. The labels are those of the WHATWG Encoding Standard, and
 * labels that mail programs use although browsers no longer know them (UTF-7, ISO-2022-KR, the IBM code pages).
 */
public final class Charsets {
    public static final Charset WESTERN = Charset.forName("windows-1252");
    public static final Charset JAPANESE_ESCAPES = Charset.forName("x-windows-iso2022jp");

    /** Not found by name: the JDK does not look for charsets in the class loader of Quarkus. */
    private static final @Nullable Charset UTF_7 = new CharsetProvider().charsetForName("UTF-7");

    /** In each line Java charsets, each a fallback for the one before it, and the labels that Java does not know. */
    private static final String TABLE = """
            US-ASCII: us-ascii ascii ansi_x3.4-1968 ansi_x3.4-1986 iso-ir-6 iso646-us us 7bit
            UTF-8: utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf8mb4 utf-8-sig cp65001
            UTF-7: utf-7 utf7 unicode-1-1-utf-7 unicode-2-0-utf-7 x-unicode-1-1-utf-7 x-unicode-2-0-utf-7 csutf7 cp65000
            windows-1252: iso-8859-1 latin1 iso-latin-1 l1 iso8859-1 iso-ir-100 cp819 ibm819 csisolatin1 \
            iso_8859-1:1987 8859-1 cp1252 x-cp1252 win-1252 x-ansi ansi western
            windows-1254: iso-8859-9 latin5 l5 iso-ir-148 csisolatin5 iso_8859-9:1989 8859-9 cp1254 x-cp1254 win-1254
            windows-874: iso-8859-11 tis-620 tis620 tis-620.2533 dos-874 cp874 windows-874 iso_8859-11
            ISO-8859-2: l2 latin2 iso-ir-101 csisolatin2 iso_8859-2:1987
            ISO-8859-3: l3 latin3 iso-ir-109 csisolatin3 iso_8859-3:1988
            ISO-8859-4: l4 latin4 iso-ir-110 csisolatin4 iso_8859-4:1988
            ISO-8859-5: cyrillic iso-ir-144 csisolatincyrillic iso_8859-5:1988
            ISO-8859-6: arabic asmo-708 ecma-114 iso-ir-127 csisolatinarabic csiso88596e csiso88596i iso_8859-6:1987
            ISO-8859-7: greek greek8 ecma-118 elot_928 sun_eu_greek iso-ir-126 csisolatingreek iso_8859-7:1987
            ISO-8859-8: hebrew visual logical iso-ir-138 csisolatinhebrew csiso88598e csiso88598i iso_8859-8:1988
            ISO-8859-15: latin9 latin-9 l9 csisolatin9
            ISO-8859-16: latin10 l10
            windows-1250: cp1250 x-cp1250 win-1250
            windows-1251: cp1251 x-cp1251 win-1251
            windows-1253: cp1253 x-cp1253 win-1253
            windows-1255: cp1255 x-cp1255 win-1255
            windows-1256: cp1256 x-cp1256 win-1256
            windows-1257: cp1257 x-cp1257 win-1257
            windows-1258: cp1258 x-cp1258 win-1258
            KOI8-R: koi koi8 koi8-r cskoi8r
            KOI8-U: koi8-u koi8-ru
            windows-31j: shift_jis shift-jis sjis x-sjis ms_kanji ms932 ms-kanji cp932 ibm932 windows-932 windows-31j \
            csshiftjis cswindows31j x-ms-cp932 x-mac-japanese sjis-win sjis-ms
            EUC-JP x-eucJP-Open: euc-jp eucjp x-euc-jp x-eucjp ujis cseucpkdfmtjapanese cp51932 eucjp-win eucjp-ms
            x-windows-iso2022jp ISO-2022-JP-2 x-windows-50221: iso-2022-jp iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-3 \
            iso-2022-jp-2004 iso-2022-jp-ms csiso2022jp csiso2022jp2 jis jis_encoding cp50220 cp50221 \
            cp50222 x-windows-iso2022jp
            x-windows-949: euc-kr euckr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ksc5601 ksc_5601 \
            csksc56011987 iso-ir-149 windows-949 cp949 ms949 uhc x-uhc ks_x_1001 x-mac-korean 5601
            ISO-2022-KR: iso-2022-kr csiso2022kr
            GB18030 x-mswin-936: gbk gb2312 gb18030 gb_2312-80 gb_2312 csgb2312 chinese iso-ir-58 x-gbk cp936 ms936 \
            windows-936 euc-cn euccn cn-gb gb2312-80 gb2312-1980 x-gb2312 cp54936 csiso58gb231280 x-mac-chinesesimp
            x-MS950-HKSCS: big5 big5-hkscs cn-big5 csbig5 x-x-big5 big-5 x-big5 big5-eten cp950 ms950 windows-950 \
            x-windows-950 big5hk x-mac-chinesetrad
            x-MacRoman: macintosh mac macroman x-mac-roman csmacintosh x-mac cp10000
            x-MacCentralEurope: x-mac-ce x-mac-centraleurroman maccentraleurope
            x-MacUkraine: x-mac-cyrillic x-mac-ukrainian maccyrillic
            x-MacIceland: x-mac-icelandic
            x-MacRomania: x-mac-romanian
            x-UTF-16LE-BOM: utf-16 utf-16le utf16 utf16le ucs-2 unicode csunicode iso-10646-ucs-2 unicodefeff
            UTF-16BE: utf-16be utf16be unicodefffe
            """;

    /** In characters. No label is as long; a mail may repeat its label in thousands of places. */
    private static final int LONGEST_LABEL = 100;

    private static final Pattern BIDI_SUFFIX = Pattern.compile("-[ie]$");
    private static final Pattern CODE_PAGE =
            Pattern.compile("^(?:x|ms|dos|win|windows|ccsid|cp|ibm|oem|pc)*0*(\\d{3,5})$");
    private static final Map<String, List<Charset>> BY_LABEL = table();

    private Charsets() {}

    /**
     * Charsets to try in this order; if the bytes are valid in none, the first is used. Empty if the label is unknown.
     */
    public static List<Charset> forLabel(@Nullable String label) {
        String name = label == null || label.length() > LONGEST_LABEL
                ? ""
                : label.strip().toLowerCase(Locale.ROOT);
        name = BIDI_SUFFIX.matcher(name).replaceFirst("");
        String normalized = normalized(name);
        List<Charset> known = BY_LABEL.get(normalized);
        if (known == null && normalized.startsWith("x")) {
            known = BY_LABEL.get(normalized.substring(1));
        }
        return known != null ? known : codePage(normalized);
    }

    /** Whether it encodes text in 7-bit bytes with escape sequences. */
    public static boolean isEscapeCoded(Charset charset) {
        return charset.equals(JAPANESE_ESCAPES) || charset.name().startsWith("ISO-2022-") || charset.equals(UTF_7);
    }

    private static List<Charset> codePage(String normalized) {
        Matcher page = CODE_PAGE.matcher(normalized);
        if (!page.matches()) {
            return List.of();
        }
        for (String family : List.of("windows", "cp", "ibm", "ibm00", "ibm0")) {
            List<Charset> known = BY_LABEL.get(family + page.group(1));
            if (known != null) {
                return known;
            }
        }
        return List.of();
    }

    private static Map<String, List<Charset>> table() {
        Map<String, List<Charset>> table = new HashMap<>();
        Charset.availableCharsets().values().forEach(charset -> {
            table.put(normalized(charset.name()), List.of(charset));
            charset.aliases().forEach(alias -> table.putIfAbsent(normalized(alias), List.of(charset)));
        });
        TABLE.lines().forEach(line -> addLine(line, table));
        return Map.copyOf(table);
    }

    private static void addLine(String line, Map<String, List<Charset>> table) {
        int colon = line.indexOf(": ");
        List<Charset> charsets = Stream.of(line.substring(0, colon).split(" "))
                .map(name -> name.equals("UTF-7") ? Objects.requireNonNull(UTF_7) : Charset.forName(name))
                .toList();
        table.put(normalized(charsets.get(0).name()), charsets);
        for (String label : line.substring(colon + 2).split(" ")) {
            table.put(normalized(label), charsets);
        }
    }

    /** Without punctuation: mail programs write {@code cp-850}, {@code utf8} and {@code ISO_8859_2}. */
    private static String normalized(String label) {
        StringBuilder letters = new StringBuilder(label.length());
        label.toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
