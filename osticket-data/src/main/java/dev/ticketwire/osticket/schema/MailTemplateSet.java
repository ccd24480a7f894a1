package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A set of mail templates. An inactive one is used all the same. */
@Entity
@Immutable
@Table(name = "email_template_group")
public class MailTemplateSet {

    @Id
    @Column(name = "tpl_id")
    public int id;

    @Column(name = "lang")
    public String language = "";
}
