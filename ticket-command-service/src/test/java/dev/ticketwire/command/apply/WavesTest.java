package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WavesTest {

    @Test
    void commandsThatChangeNoNamedTicketShareAWave() {
        List<Received<?>> commands = new ArrayList<>();
        commands.add(new Received<>("1", 1, Commands.open("first", "100234")));
        commands.add(new Received<>("2", 1, Commands.open("second", "100234")));
        commands.add(new Received<>("3", 1, Commands.open("third")));

        List<List<Received<?>>> waves = Waves.cut(commands);

        assertThat(waves).containsExactly(commands);
    }

    @Test
    void aCommandThatDependsOnWhatItsSenderSawIsAWaveOfItsOwn() {
        List<Received<?>> commands = List.of(
                new Received<>("1", 1, Commands.open("first")),
                new Received<>("2", 1, Commands.open("second"), "\"a\""),
                new Received<>("3", 1, Commands.open("third")),
                new Received<>("4", 1, Commands.open("fourth")));

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
                new Received<>("1", 1, Commands.open("first")), new Received<>("2", 1, Commands.open("second")));

        assertThat(Waves.byKind(wave)).containsExactly(wave);
    }
}
