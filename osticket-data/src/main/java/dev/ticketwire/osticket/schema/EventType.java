package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A kind of thread event; looked up by name, since ids differ between installations. */
@Entity
@Immutable
@Table(name = "event")
public class EventType {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "name")
    public String name = "";
}
