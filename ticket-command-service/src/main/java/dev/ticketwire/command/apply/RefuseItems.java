package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.RefuseItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records bulk items that the gateway has refused in the inbox. */
@ApplicationScoped
class RefuseItems implements Handler<RefuseItem> {
    @Override
    public Class<RefuseItem> kind() {
        return RefuseItem.class;
    }

    @Override
    public List<Result> apply(Wave<RefuseItem> wave) {
        return wave.commands().stream()
                .<Result>map(received -> new Result.Rejected(received.command().refusal()))
                .toList();
    }
}
