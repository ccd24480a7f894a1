package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.identity.Departments;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WavesTest {

    @Test
    void commandsThatChangeNoNamedTicketShareAWave() {
        List<Received<?>> commands = new ArrayList<>();
        commands.add(new Received<>("1", 1, Departments.ALL, Commands.open("first", "100234"), null));
        commands.add(new Received<>("2", 1, Departments.ALL, Commands.open("second", "100234"), null));
        commands.add(new Received<>("3", 1, Departments.ALL, Commands.open("third"), null));

        List<List<Received<?>>> waves = Waves.cut(commands);

        assertThat(waves).containsExactly(commands);
    }

    @Test
    void aCommandThatDependsOnWhatItsSenderSawIsAWaveOfItsOwn() {
        List<Received<?>> commands = List.of(
                new Received<>("1", 1, Departments.ALL, Commands.open("first"), null),
                new Received<>("2", 1, Departments.ALL, Commands.open("second"), "\"a\""),
                new Received<>("3", 1, Departments.ALL, Commands.open("third"), null),
                new Received<>("4", 1, Departments.ALL, Commands.open("fourth"), null));

        assertThat(Waves.cut(commands))
                .containsExactly(commands.subList(0, 1), commands.subList(1, 2), commands.subList(2, 4));
    }

    @Test
    void aBatchWithoutCommandsHasNoWave() {
        assertThat(Waves.cut(List.of())).isEmpty();
    }

    @Test
    void aWaveIsHandedOnKindByKind() {
        List<Received<?>> wave = List.of(
                new Received<>("1", 1, Departments.ALL, Commands.open("first"), null),
                new Received<>("2", 1, Departments.ALL, Commands.open("second"), null));

        assertThat(Waves.byKind(wave)).containsExactly(wave);
    }
}
