package dev.ticketwire.command.notice.text;

import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.MailTemplate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The help desk's templates: of a department's set, else of the default set, else texts of Ticketwire's own. */
public final class Templates {
    /** A subject and its HTML. */
    record Pair(Template subject, Template body) {}

    private final Reference reference;
    private final int defaultSet;
    private final Map<Integer, Map<String, Pair>> sets = new HashMap<>();
    private final Map<MailType, Pair> own = new EnumMap<>(MailType.class);

    Templates(Reference reference) {
        this.reference = reference;
        this.defaultSet = reference.config().number("default_template_id");
        for (MailTemplate row : reference.mailTemplates()) {
            sets.computeIfAbsent(row.setId, id -> new HashMap<>())
                    .put(row.name, new Pair(Template.of(row.subject), Template.of(row.body)));
        }
        for (MailType type : MailType.values()) {
            OwnText text = OwnText.of(type);
            own.put(type, new Pair(Template.of(text.subject()), Template.of(text.body())));
        }
    }

    /** Whether one of them shows messages of the thread besides those of the occasion. */
    public boolean showThread() {
        return reference.mailTemplates().stream()
                .anyMatch(
                        row -> (row.subject + row.body).toLowerCase(Locale.ROOT).contains("ticket.thread"));
    }

    /** @param departmentId 0 for none */
    Pair of(MailType type, int departmentId) {
        Department department = reference.departments().get(departmentId);
        int set = department == null || reference.mailTemplateSets().get(department.templateSetId) == null
                ? defaultSet
                : department.templateSetId;
        Pair pair = in(set, type);
        pair = pair == null ? in(defaultSet, type) : pair;
        return pair == null ? own(type) : pair;
    }

    private @Nullable Pair in(int set, MailType type) {
        return sets.getOrDefault(set, Map.of()).get(type.template());
    }

    Pair own(MailType type) {
        return Objects.requireNonNull(own.get(type));
    }
}
