package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An item of a custom list. {@code status}: flags, 1 enabled. */
@Entity
@Immutable
@Table(name = "list_items")
public class ListItem {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "list_id")
    public @Nullable Integer listId;

    @Column(name = "status")
    public int status;

    @Column(name = "value")
    public String value = "";

    @Column(name = "extra")
    public @Nullable String extra;

    @Column(name = "sort")
    public int sort;

    @Column(name = "properties")
    public @Nullable String properties;

    /** Whether it can be selected. */
    public boolean isEnabled() {
        return (status & 1) != 0;
    }
}
