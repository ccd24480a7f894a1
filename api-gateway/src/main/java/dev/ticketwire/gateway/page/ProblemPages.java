package dev.ticketwire.gateway.page;

import dev.ticketwire.contract.problem.ProblemCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renders a page for each problem code, which the {@code type} of a problem links to, and an index page. */
final class ProblemPages {

    private ProblemPages() {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance problem(ProblemCode code);

        static native TemplateInstance list(List<ProblemCode> codes);
    }

    /** Pages by code; the index under the empty text. Blocks. */
    static Map<String, Page> render() {
        Map<String, Page> pages = new HashMap<>();
        pages.put("", Page.html(Templates.list(List.of(ProblemCode.values())).render()));
        for (ProblemCode code : ProblemCode.values()) {
            pages.put(code.code(), Page.html(Templates.problem(code).render()));
        }
        return pages;
    }
}
