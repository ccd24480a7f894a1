package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A template of mails. {@code setId}: the template set; {@code name}: such as {@code ticket.autoresp}. */
@Entity
@Immutable
@Table(name = "email_template")
public class MailTemplate {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "tpl_id")
    public int setId;

    @Column(name = "code_name")
    public String name = "";

    @Column(name = "subject")
    public String subject = "";

    /** HTML. */
    @Column(name = "body")
    public String body = "";
}
