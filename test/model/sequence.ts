/** A sequence of thirty random commands, and what must hold after each of them and at the end. */
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { settled } from '../excel/testClock';
import { assessmentCommands } from './assessmentCommands';
import { paneCommands } from './paneCommands';
import { type Command, userCommands } from './userCommands';
import { World } from './world';

const sequenceLength = 30;

const commands: readonly Command[] = [...userCommands, ...paneCommands, ...assessmentCommands];
const total = commands.reduce((sum, { weight }) => sum + weight, 0);

function chosen(world: World): Command {
  let left = world.random.next() * total;
  return commands.find(({ weight }) => (left -= weight) < 0) ?? commands[0]!;
}

/** Runs the sequence of a seed. Throws with everything that was done where something is not as it must be. Returns what came of the presses. */
export async function runSequence(seed: number): Promise<ReadonlyMap<string, number>> {
  const world = await World.open(seed);
  const faults: unknown[] = [];
  const note = (fault: unknown): void => void faults.push(fault);
  process.on('unhandledRejection', note);
  try {
    for (let step = 1; step <= sequenceLength; step += 1) {
      await take(world, chosen(world), step);
      if (faults.length > 0) throw faults[0];
    }
    await compareWithFreshRead(world);
    return world.outcomes;
  } catch (fault) {
    const reason = fault instanceof Error ? fault.stack ?? fault.message : String(fault);
    throw new Error(`Sequence ${seed}:\n${world.said.join('\n')}\n${reason}`);
  } finally {
    process.off('unhandledRejection', note);
    world.close();
  }
}

async function take(world: World, command: Command, step: number): Promise<void> {
  world.tell(`${step}. ${command.name}`);
  await command.run(world);
  world.count(command.name);
  await settled(2);
  world.look();
  const strays = world.strays();
  if (strays.length > 0) throw new Error(`The workbook is not as it must be: ${strays.join('; ')}`);
  // Often the pane has not yet heard of a change when the next press comes.
  if (world.random.chance(0.6)) await world.settle();
}

async function compareWithFreshRead(world: World): Promise<void> {
  for (let round = 0; round < 4; round += 1) await world.settle(1_600);
  if (world.unheard) await world.live.refresh();
  const shown = world.live.getState();
  const fresh = await new LiveWorkbook({ clock: world.clock }).refresh();
  if (shown.kind !== 'ready' || fresh.kind !== 'ready') throw new Error(`The pane is ${shown.kind}, a fresh read ${fresh.kind}.`);
  expect(shown.trouble).toBeNull();
  expect(shown.portfolio).toEqual(fresh.portfolio);
}
