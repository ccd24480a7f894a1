package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A ticket filter. {@code target}: Any, Web, Email or API; lower {@code executionOrder} first. */
@Entity
@Immutable
@Table(name = "filter")
public class Filter {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "execorder")
    public int executionOrder;

    @Column(name = "isactive")
    public boolean isActive;

    @Column(name = "match_all_rules")
    public boolean matchAllRules;

    @Column(name = "stop_onmatch")
    public boolean stopOnMatch;

    @Column(name = "target")
    public String target = "";

    @Column(name = "email_id")
    public int emailId;

    @Column(name = "name")
    public String name = "";
}
