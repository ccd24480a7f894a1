package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An agent; {@code departmentId} is the primary department. */
@Entity
@Immutable
@Table(name = "staff")
public class Staff {

    @Id
    @Column(name = "staff_id")
    public int id;

    @Column(name = "dept_id")
    public int departmentId;

    @Column(name = "username")
    public String username = "";

    @Column(name = "firstname")
    public @Nullable String firstName;

    @Column(name = "lastname")
    public @Nullable String lastName;

    @Column(name = "email")
    public @Nullable String email;

    @Column(name = "isactive")
    public boolean isActive;

    @Column(name = "onvacation")
    public boolean onVacation;

    @Column(name = "assigned_only")
    public boolean assignedOnly;

    @Column(name = "signature")
    public String signature = "";

    /** Which signature the agent's replies have: {@code none}, {@code mine}, {@code dept}. */
    @Column(name = "default_signature_type")
    public String signatureType = "none";

    @Column(name = "timezone")
    public @Nullable String zone;

    /** Whether automatic assignment may choose the agent: active and not on vacation. */
    public boolean isAvailable() {
        return isActive && !onVacation;
    }
}
