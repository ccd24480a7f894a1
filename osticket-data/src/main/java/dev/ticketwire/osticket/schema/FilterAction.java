package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An action of a matching filter; {@code configuration}: JSON. */
@Entity
@Immutable
@Table(name = "filter_action")
public class FilterAction {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "filter_id")
    public int filterId;

    @Column(name = "sort")
    public int sort;

    @Column(name = "type")
    public String type = "";

    @Column(name = "configuration")
    public @Nullable String configuration;
}
