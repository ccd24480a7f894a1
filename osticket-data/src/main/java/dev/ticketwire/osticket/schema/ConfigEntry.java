package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** One setting. False and 0 are stored as the empty string. */
@Entity
@Immutable
@Table(name = "config")
public class ConfigEntry {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "namespace")
    public String namespace = "";

    @Column(name = "`key`")
    public String key = "";

    @Column(name = "value")
    public String value = "";
}
