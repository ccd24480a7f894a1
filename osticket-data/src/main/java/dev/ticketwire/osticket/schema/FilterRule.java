package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** One condition of a filter. */
@Entity
@Immutable
@Table(name = "filter_rule")
public class FilterRule {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "filter_id")
    public int filterId;

    @Column(name = "what")
    public String what = "";

    @Column(name = "how")
    public String how = "";

    @Column(name = "val")
    public String value = "";

    @Column(name = "isactive")
    public boolean isActive;
}
