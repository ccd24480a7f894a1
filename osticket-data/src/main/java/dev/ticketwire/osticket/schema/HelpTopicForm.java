package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A form of a help topic, in {@code sort} order. {@code extra}: {@code {"disable":[field ids]}}. */
@Entity
@Immutable
@Table(name = "help_topic_form")
public class HelpTopicForm {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "topic_id")
    public int topicId;

    @Column(name = "form_id")
    public int formId;

    @Column(name = "sort")
    public int sort;

    @Column(name = "extra")
    public @Nullable String extra;
}
