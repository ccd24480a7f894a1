package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form. Flags: 1 enabled, 2 stored elsewhere, 4 required to close, 0x100/0x200/0x400 client view, edit,
 * required, 0x1000/0x2000/0x4000 the same for agents.
 */
@Entity
@Immutable
@Table(name = "form_field")
public class FormField {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "form_id")
    public int formId;

    @Column(name = "flags")
    public int flags;

    @Column(name = "type")
    public String type = "";

    @Column(name = "label")
    public String label = "";

    @Column(name = "name")
    public String name = "";

    @Column(name = "configuration")
    public @Nullable String configuration;

    @Column(name = "sort")
    public int sort;

    @Column(name = "hint")
    public @Nullable String hint;

    /** The field's name in requests, and of its column in the custom-data table. */
    public String answerName() {
        return name.isEmpty() ? "field_" + id : name;
    }

    public boolean isEnabled() {
        return (flags & 1) != 0;
    }

    public boolean isStoredElsewhere() {
        return (flags & 2) != 0;
    }

    public boolean isRequiredToClose() {
        return (flags & 4) != 0;
    }

    public boolean isRequiredOfClients() {
        return (flags & 0x400) != 0;
    }
}
