package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * A form. {@code type}: T ticket, U user, O organisation, A task, C company, G custom, L<n> list properties; flag 2:
 * deleted.
 */
@Entity
@Immutable
@Table(name = "form")
public class Form {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "type")
    public String type = "";

    @Column(name = "flags")
    public int flags;

    @Column(name = "title")
    public String title = "";

    /** Whether it is no longer in use; stored answers to it may exist. */
    public boolean isDeleted() {
        return (flags & 2) != 0;
    }
}
