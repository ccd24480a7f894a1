package dev.ticketwire.osticket.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlBodyTest {
    private static final BodySettings SETTINGS = BodySettings.of(true, "youtube.com, vimeo.com");
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+P//PwAF/gL+p8nD4gAAAABJRU5ErkJggg==";

    static Stream<Arguments> whatOsTicketStores() {
        return Stream.of(
                vector("a<br>b", "a<br />b"),
                vector("<p></p><p>x</p><div></div><span></span>", "<p>x</p><div></div>"),
                vector("<p><br></p>", "<p><br /></p>"),
                vector("<h1>T</h1><ul><li>1<li>2</ul>", "<h1>T</h1><ul><li>1</li><li>2</li></ul>"),
                vector("<b>unclosed <i>x", "<b>unclosed <i>x</i></b>"),
                vector("<b>bold <i>both</b> text <p>para", "<b>bold <i>both</i></b> text <p>para</p>"),
                vector(
                        "<table border=1 cellpadding=2><tr><td width=10>x</table>",
                        "<table border=\"1\" cellpadding=\"2\"><tr><td style=\"width:10px\">x</td></tr></table>"),
                vector(
                        "<table border=1><tr><td>1<td>2</table><ol><li>x<li>y</ol><blockquote>q</blockquote><pre>  p\n q</pre>",
                        "<table border=\"1\"><tr><td>1</td><td>2</td></tr></table><ol><li>x</li><li>y</li></ol><blockquote>q</blockquote><pre>  p\n q</pre>"),
                vector("<a href=\"javascript:alert(1)\">x</a>", "<a href=\"denied:javascript:alert(1)\">x</a>"),
                vector(
                        "<a href='http://x.y' target=_blank onclick=x>l</a>",
                        "<a href=\"http://x.y\" target=\"_blank\">l</a>"),
                vector(
                        "<img src=\"http://x/y.png\" width=10>",
                        "<img src=\"http://x/y.png\" width=\"10\" alt=\"image\" />"),
                vector("<img src=\"http://x/y\">", ""),
                vector("<img src=\"https://x/y.svg\">", ""),
                vector("<img src='cid:abc'>", "<img src=\"cid:abc\" alt=\"image\" />"),
                vector(
                        "<iframe src=\"https://www.youtube.com/embed/x\" width=1></iframe>",
                        "<iframe src=\"https://www.youtube.com/embed/x\" width=\"1\"></iframe>"),
                vector("<iframe src=\"https://evil.com/x\"></iframe>", "</iframe>"),
                vector("<form action=x><input type=text name=a><button>b</button></form>", "b"),
                vector("<script>alert(1)</script>ok", "ok"),
                vector("<style>p{}</style>ok", "ok"),
                vector("<div dir=\"ltr\">gmail</div> rest", "gmail rest"),
                vector(
                        "<div class=\"a b\" style=\"color:red;-moz-x:1;position:absolute;background:url(x)\">s</div>",
                        "<div style=\"color:red;background:url(denied\">s</div>"),
                vector(
                        "<p class=\"MsoNormal x\" style=\"mso-a:b; color:red\" id=\"i\">A</p>",
                        "<p class=\"MsoNormal\" style=\"color:red\">A</p>"),
                vector(
                        "<p style='font-family:\"Times New Roman\";color: blue'>q</p>",
                        "<p style=\"font-family:'Times New Roman';color:blue\">q</p>"),
                vector("<pre>a\n  b\n</pre>", "<pre>a\n  b\n</pre>"),
                vector(
                        "<s>s</s><u>u</u><mark>m</mark>",
                        "<span style=\"text-decoration:line-through\">s</span><u>u</u><mark>m</mark>"),
                vector("<font color=red size=3>f</font>", "<span style=\"color:red;font-size:medium\">f</span>"),
                vector("<center>c</center>", "<div style=\"text-align:center\">c</div>"),
                vector("1 < 2 && 3 > 2", "1 &lt; 2 &amp;&amp; 3 &gt; 2"),
                vector("&lt;b&gt;x&lt;/b&gt;", "<b>x</b>"),
                vector("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
                vector("text & <unknown>y</unknown>", "text &amp; y"),
                vector("<!-- c --><p>x</p>", "<p>x</p>"),
                vector(
                        "<p id=a name=b title=t data-x=1 lang=en>x</p>",
                        "<p title=\"t\" data-x=\"1\" lang=\"en\">x</p>"),
                vector("<video src=x></video><svg><a></a></svg>", ""),
                vector("' OR 1=1; -- \" \\", "' OR 1=1; -- \" \\"),
                vector("x\u000by\u007fz", "xy\u007fz"),
                vector("<b>Bold</b> <script>x</script>", "<b>Bold</b> "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatOsTicketStores")
    void htmlIsStoredAsOsTicketStoresIt(String sent, String stored) {
        assertThat(clean(sent)).isEqualTo(stored);
    }

    static Stream<Arguments> whiteSpace() {
        return Stream.of(
                vector("a\nb", "a\nb"),
                vector("a\nb\n\nc", "a\nb\n\nc"),
                vector("a\r\nb\rc", "a\nb\nc"),
                vector("a   b\t c", "a b c"),
                vector("a  \n  b", "a\nb"),
                vector("<p>a</p>\n\n<p>b</p>", "<p>a</p>\n\n<p>b</p>"),
                vector("   a   ", " a "),
                vector("a <script>x</script> b", "a b"),
                vector("<textarea>a\n  b</textarea>", "<textarea>a\n  b</textarea>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whiteSpace")
    void lineBreaksAreKeptAndOtherRunsOfBlanksAreOne(String sent, String stored) {
        assertThat(clean(sent)).isEqualTo(stored);
    }

    @Test
    void aMixOfMarkupAndScriptKeepsItsTextAndLinksOnly() {
        String sent = "<p>Hello <b>bold</b></p>\n<ul><li>one</li></ul><script>alert(1)</script>"
                + "<a href=\"javascript:alert(1)\" onclick=\"x()\">x</a>";

        assertThat(clean(sent))
                .isEqualTo(
                        "<p>Hello <b>bold</b></p>\n<ul><li>one</li></ul><a href=\"denied:javascript:alert(1)\">x</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<br/><br/>", "   ", "<>", "0", "", "\n<br>\n", "&nbsp;"})
    void whatShowsNothingIsBlank(String sent) {
        assertThat(HtmlBody.isBlank(clean(sent))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p><br></p>", "<hr>", "<img src='cid:a'>", "00"})
    void whatShowsSomethingIsNotBlank(String sent) {
        assertThat(HtmlBody.isBlank(clean(sent))).isFalse();
    }

    @Test
    void anImageInTheMarkupIsTakenOutOfItAndReferredToByItsKey() {
        String sent = "<p>See <img src=\"data:image/png;base64," + PIXEL + "\" alt=\"x\"></p>";

        CleanHtml clean = HtmlBody.clean(sent, SETTINGS);

        assertThat(clean.images()).hasSize(1);
        InlineImage image = clean.images().getFirst();
        assertThat(clean.html())
                .isEqualTo("<p>See <img src=\"cid:" + image.file().key() + "\" alt=\"x\" /></p>");
        assertThat(image.file().signature()).isEqualTo("GMmOzjD6sbJqlQ1urUOZIy0Vqyl1E6_U");
        assertThat(image.type()).isEqualTo("image/png");
        assertThat(image.name()).matches("image[a-z0-9]{4}\\.png");
        assertThat(image.bytes()).hasSize(70);
    }

    @Test
    void anImageThatIsThereSeveralTimesIsOneFile() {
        String wrapped = PIXEL.substring(0, 40) + "\n" + PIXEL.substring(40);
        String image = "<img src=\"data:image/png;base64,%s\">";

        CleanHtml clean =
                HtmlBody.clean(image.formatted(PIXEL) + image.formatted(PIXEL) + image.formatted(wrapped), SETTINGS);

        assertThat(clean.images()).hasSize(1);
        String key = clean.images().getFirst().file().key();
        assertThat(clean.html()).isEqualTo(("<img src=\"cid:" + key + "\" alt=\"image\" />").repeat(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"cid:a@x\">",
                "<img src='cid:a@x'>",
                "<img src=cid:a@x>",
                "<IMG SRC=\" cid:a@x\n\">",
                "<div style=\"background:url(cid:b@x)\"><img src=\"cid&#58;a@x\"></div>",
                "<v:imagedata src=\"cid:b@x\"/><img src=\"cid:a@x\" alt=\"cid:b@x\">",
                "<image src=\"cid:a@x\">",
                "<svg><p><img src=\"cid:a@x\"></p></svg>",
            })
    void aPictureIsShownByAnImgThatStays(String html) {
        CleanHtml clean =
                HtmlBody.cleanMail(html, SETTINGS, source -> source.startsWith("cid:") ? source.substring(4, 5) : null);

        assertThat(clean.shown()).containsExactly("a");
        assertThat(clean.html()).contains("<img src=\"cid:a\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!--[if gte vml 1]><v:imagedata src=\"cid:a@x\"/><![endif]-->",
                "<!-- <img src=\"cid:a@x\"> -->",
                "<v:imagedata src=\"cid:a@x\"/>",
                "<table background=\"cid:a@x\"><tr><td>x</td></tr></table>",
                "<body background=\"cid:a@x\">x</body>",
                "<div style=\"background-image:url('cid:a@x')\">x</div>",
                "<style>p { background: url(cid:a@x) }</style>",
                "<title><img src=\"cid:a@x\"></title>",
                "<a href=\"cid:a@x\">x</a>",
                "<input type=image src=\"cid:a@x\">",
                "<object data=\"cid:a@x\">x</object>",
                "<embed src=\"cid:a@x\">",
                "<video poster=\"cid:a@x\" src=\"cid:a@x\"></video>",
                "<picture><source srcset=\"cid:a@x\"></picture>",
                "<img srcset=\"cid:a@x 2x\" data-src=\"cid:a@x\">",
                "<svg><image href=\"cid:a@x\" xlink:href=\"cid:a@x\"/></svg>",
                "<textarea><img src=\"cid:a@x\"></textarea>",
                "<script>document.write('<img src=\"cid:a@x\">')</script>",
                "<p title=\"cid:a@x\">(cid:a@x)</p>",
                "&lt;img src=\"cid:a@x\"&gt;",
            })
    void nothingElseShowsAPicture(String html) {
        CleanHtml clean = HtmlBody.cleanMail(html, SETTINGS, source -> source.contains("a@x") ? "key" : null);

        assertThat(clean.shown()).isEmpty();
        assertThat(clean.html()).doesNotContain("key");
    }

    @Test
    void aPictureIsShownAsOftenAsTheTextHasIt() {
        CleanHtml clean = HtmlBody.cleanMail("<img src=\"cid:logo\">".repeat(60), SETTINGS, source -> "key");

        assertThat(clean.shown()).containsExactly("key");
        assertThat(clean.html()).isEqualTo("<img src=\"cid:key\" alt=\"image\" />".repeat(60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cid:bINdvGMmOzjD6sbJqlQ1uf-Yfy5VGSg8",
                "CID: bINdvGMmOzjD6sbJqlQ1uf-Yfy5VGSg8 ",
                "https://desk.example/file.php?key=bINdvGMmOzjD6sbJqlQ1uf-Yfy5VGSg8&amp;expires=1"
            })
    void aFileOfTheHelpDeskIsShownByItsKey(String source) {
        CleanHtml clean = HtmlBody.clean("<img src=\"" + source + "\">", SETTINGS);

        assertThat(clean.shown()).containsExactly("bINdvGMmOzjD6sbJqlQ1uf-Yfy5VGSg8");
        assertThat(clean.html()).isEqualTo("<img src=\"cid:bINdvGMmOzjD6sbJqlQ1uf-Yfy5VGSg8\" alt=\"image\" />");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>Run &lt;setup&gt; &amp; &lt;/setup&gt;</div>",
                "<p>Karl &lt;karl@example.net&gt; wrote</p>",
                "<pre>&lt;List&lt;String&gt;&gt; &amp;lt;b&amp;gt;</pre>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;</p>",
                "<p>a &lt;&gt; b, 1 &lt; 2</p>",
            })
    void whatTheAuthorOfAMailEscapedIsText(String html) {
        assertThat(HtmlBody.cleanMail(html, SETTINGS, Pictures.NONE).html()).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/svg+xml;base64,PHN2Zy8+",
                "data:text/html;base64,PHN2Zy8+",
                "data:image/png;base64,@@@",
                "data:image/png;base64,",
                "data:nonsense"
            })
    void anImageThatIsNonePictureIsDropped(String source) {
        CleanHtml clean = HtmlBody.clean("a<img src=\"" + source + "\">b", SETTINGS);

        assertThat(clean.html()).isEqualTo("ab");
        assertThat(clean.images()).isEmpty();
    }

    @Test
    void anImageOfThisHelpDeskIsReferredToByItsKey() {
        assertThat(clean("<img src=\"https://desk.example/file.php?key=abcDEF12&amp;expires=1&amp;signature=s\">"))
                .isEqualTo("<img src=\"cid:abcDEF12\" alt=\"image\" />");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://youtube.com.evil.com/x",
                "https://evil.com/youtube.com",
                "https://youtube.com@evil.com/",
                "https://evil.com\\@youtube.com/",
                "javascript://youtube.com/%0aalert(1)",
                "data:text/html,youtube.com",
                "https://notyoutube.com/x",
                ""
            })
    void aFrameOfAnyOtherHostIsRefused(String source) {
        assertThat(clean("<iframe src=\"" + source + "\" srcdoc=\"<script>x</script>\">y</iframe>"))
                .isEqualTo("</iframe>");
    }

    @Test
    void aFrameKeepsNothingButItsLooks() {
        assertThat(clean(
                        "<iframe srcdoc=\"<script>\" onload=x src=\"//player.vimeo.com/1\" allowfullscreen>y</iframe>"))
                .isEqualTo("<iframe src=\"//player.vimeo.com/1\" allowfullscreen=\"allowfullscreen\"></iframe>");
    }

    private static String clean(String html) {
        return HtmlBody.clean(html, SETTINGS).html();
    }

    private static Arguments vector(String sent, String stored) {
        return Arguments.of(sent, stored);
    }
}
