package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.Wanted;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.MailTemplate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The help desk's templates: of a department's set, else of the default set, else texts of Ticketwire's own. */
public final class Templates {
    /** A subject and its HTML. */
    record Pair(Template subject, Template body) {
        private static Pair of(OwnText text) {
            return new Pair(Template.of(text.subject()), Template.of(text.body()));
        }
    }

    private final Reference reference;
    private final Wanted wanted;
    private final int defaultSet;
    private final Map<Integer, Map<String, Pair>> sets = new HashMap<>();
    private final Pair brief = Pair.of(OwnText.BRIEF);
    private final Map<MailType, Pair> own = new EnumMap<>(MailType.class);

    Templates(Reference reference) {
        this.reference = reference;
        this.defaultSet = reference.config().number("default_template_id");
        Wanted some = Wanted.NOTHING;
        for (MailTemplate row : reference.mailTemplates()) {
            some = some.and(Wanted.by(row.subject + row.body));
            sets.computeIfAbsent(row.setId, id -> new HashMap<>())
                    .put(row.name, new Pair(Template.of(row.subject), Template.of(row.body)));
        }
        this.wanted = some;
        for (MailType type : MailType.values()) {
            own.put(type, Pair.of(OwnText.of(type)));
        }
    }

    /** What the texts of the occasions' mails show besides the usual facts. */
    public Wanted wanted(List<Occasion> occasions) {
        Wanted all = wanted;
        for (Occasion occasion : occasions) {
            if (occasion instanceof Occasion.Opened opened) {
                for (Occasion.FilterMail mail : opened.filterMails()) {
                    all = all.and(Wanted.by(mail.subject() + mail.body()));
                }
            }
        }
        return all;
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

    /** For a mail whose text cannot be made: it needs nothing but the ticket's number. */
    Pair brief() {
        return brief;
    }

    private Pair own(MailType type) {
        return Objects.requireNonNull(own.get(type));
    }
}
