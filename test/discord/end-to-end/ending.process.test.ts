import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { archiveFolder } from './archive.ts';
import { type Bot, run, startBot } from './bot.ts';
import { quotationsOf } from './reading.ts';

const archive = archiveFolder();
afterAll(archive.remove);

const TARMILA = { name: 'Tarmila' };

/** How a bot ends by itself: its exit code, and all that it says on stderr. */
async function ending({ process }: Bot): Promise<readonly unknown[]> {
  return [await process.exited, ...process.errors];
}

const BAD_TOKEN =
  'ibid: Discord does not know this DISCORD_TOKEN. Copy the token again: https://discord.com/developers/applications, your application, Bot, Reset Token.';
const FOR_GOOD = 'ibid: Discord has closed the connection for good: ';

describe.concurrent('a connection that Discord closes for good ends the bot with one line and 78', () => {
  test('where its token was revoked, while feeds are polled', async () => {
    const fed = archiveFolder();
    // Nobody listens there: it is tried again and again.
    fed.write('feeds.txt', 'http://127.0.0.1:1/rss\n');
    const bot = await startBot({ IBID_CORPUS: fed.path, IBID_FEEDS_ALLOW_HOSTS: '127.0.0.1:1' });
    await bot.process.logged('feed refused');
    bot.discord.gateway.cut(4004);
    expect(await ending(bot)).toEqual([78, BAD_TOKEN]);
    await bot.leave();
    fed.remove();
  });

  test.each([
    [4004, BAD_TOKEN],
    [4010, `${FOR_GOOD}it knows no such shard. Start Ibid again (4010).`],
    [4011, `${FOR_GOOD}the bot is in more servers than one connection may serve. Start Ibid again (4011).`],
    [4012, `${FOR_GOOD}it no longer speaks the version of its API that Ibid knows. Update Ibid (4012).`],
    [4013, `${FOR_GOOD}it does not know the intents that Ibid asks for. Update Ibid (4013).`],
    [4014, `${FOR_GOOD}it does not grant the intents that Ibid asks for. Update Ibid (4014).`],
  ])('with %i', async (code, line) => {
    const bot = await startBot({ IBID_CORPUS: archive.path });
    expect(quotationsOf(await bot.discord.user().slash('where', TARMILA))).toHaveLength(3);
    bot.discord.gateway.cut(code);
    expect(await ending(bot)).toEqual([78, line]);
    await bot.leave();
  });

  test('where it was cut, and the token is not known any more when it comes back', async () => {
    const bot = await startBot({ IBID_CORPUS: archive.path });
    bot.discord.faults.next('connect', { hangUp: true });
    bot.discord.faults.next('identify', { close: 4004 });
    bot.discord.gateway.cut();
    expect(await ending(bot)).toEqual([78, BAD_TOKEN]);
    await bot.leave();
  });
});

test.concurrent('the network lost is one line, and so is the network back, however often it was tried', async () => {
  const bot = await startBot({ IBID_CORPUS: archive.path });
  const { discord, process } = bot;
  const before = process.log.length;
  const last = discord.faults.next('connect', { hangUp: true, times: 3 });
  await (async () => {
    discord.gateway.cut();
    await last.happened;
  })();
  const back = await process.logged((line) => line.msg === 'ready' && process.log.indexOf(line) >= before);
  expect(back).toMatchObject({ shard: 0, seconds: expect.any(Number) });
  expect(process.log.slice(before).map(({ msg }) => msg)).toEqual(['connection lost: reconnecting', 'ready']);
  expect(quotationsOf(await discord.user().slash('where', TARMILA))).toHaveLength(3);
  await bot.leave();
});

test.concurrent('a second process with the same token is noticed by the first 40060, and said once', async () => {
  const bot = await startBot({ IBID_CORPUS: archive.path });
  const IBID_DATA = `${bot.env.IBID_DATA}-of-twin`;
  const twin = run(['start'], { ...bot.env, IBID_DATA });
  await Promise.all([twin.logged('connected'), twin.logged('archive read')]);
  const isIt = ({ msg }: { msg: string }) =>
    msg.includes('does another process run with this DISCORD_TOKEN?');
  for (let asked = 0; asked < 4; asked += 1) {
    const { interaction } = await bot.discord.user().slash('where', TARMILA);
    const { id } = interaction.payload;
    for (const one of [bot.process, twin])
      await one.logged((line) => line.id === id && line.msg === 'answered');
  }
  const said = [bot.process, twin].map(({ log }) => log.filter(isIt).length);
  expect(Math.max(...said)).toBe(1);
  twin.kill('SIGTERM');
  await twin.exited;
  rmSync(IBID_DATA, { recursive: true, force: true });
  // The twin's answers are in the twin's log.
  await bot.stop();
  await bot.discord.close();
});

test.concurrent('an event that is delivered twice is no sign of a second process', async () => {
  const bot = await startBot({ IBID_CORPUS: archive.path });
  bot.discord.faults.next('event', { duplicate: true });
  const reply = await bot.discord.user().slash('where', TARMILA);
  const mine = () => bot.process.log.filter(({ id }) => id === reply.interaction.payload.id);
  await bot.process.logged(() => mine().length === 2);
  expect(
    mine()
      .map(({ msg }) => msg)
      .sort(),
  ).toEqual(['answered', 'delivered again']);
  await bot.leave();
});
