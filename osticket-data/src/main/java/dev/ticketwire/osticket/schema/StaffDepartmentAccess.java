package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** An additional department of an agent. Flag 1: alerts. */
@Entity
@Immutable
@IdClass(StaffDepartmentAccess.Key.class)
@Table(name = "staff_dept_access")
public class StaffDepartmentAccess {

    @Id
    @Column(name = "staff_id")
    public int staffId;

    @Id
    @Column(name = "dept_id")
    public int departmentId;

    @Column(name = "flags")
    public int flags;

    /** The composite key. */
    public record Key(int staffId, int departmentId) implements Serializable {}
}
