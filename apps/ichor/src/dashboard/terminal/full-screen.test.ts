import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PseudoTerminal } from './pseudo-terminal.ts';

const script = fileURLToPath(new URL('run-fake-dashboard.ts', import.meta.url));

function start(t: TestContext, args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): PseudoTerminal {
	const terminal = new PseudoTerminal(script, args, [80, 24], environment);
	t.after(async () => await terminal.close());
	return terminal;
}

function assertRestored(terminal: PseudoTerminal): void {
	assert.equal(terminal.settings(), terminal.settingsBefore);
	const lastOf = (sequence: string): number => terminal.written.lastIndexOf(sequence);
	assert.ok(lastOf('\u001B[?1049l') > lastOf('\u001B[?1049h'), 'the other screen is left');
	assert.ok(lastOf('\u001B[?25h') > lastOf('\u001B[?25l'), 'the cursor is shown');
	assert.ok(lastOf('\u001B[?7h') > lastOf('\u001B[?7l'), 'lines are wrapped');
}

test('the terminal is taken, shows the nodes, and is as it was after q', async (t) => {
	const terminal = start(t);
	await terminal.shows(/cp-1.*v1\.13\.9\+ichor/s);
	assert.notEqual(terminal.settings(), terminal.settingsBefore);
	terminal.type('l');
	await terminal.shows(/cp-2/);
	terminal.type('q');
	assert.deepEqual(await terminal.exited(), { code: 0, signal: null });
	assertRestored(terminal);
});

test('keys come as a keyboard sends them, and a change of the size redraws', async (t) => {
	const terminal = start(t);
	await terminal.shows(/Logs/);
	terminal.type('\u001BOQ');
	await terminal.shows(/MEM USED/);
	let since = terminal.written.length;
	terminal.resize([120, 40]);
	await terminal.shows(/\u001B\[2J.*\u001B\[40;1H/s, since);
	since = terminal.written.length;
	terminal.type('5');
	await terminal.shows(/LAST EVENT/, since);
	terminal.type('\u0003');
	assert.deepEqual(await terminal.exited(), { code: 0, signal: null });
	assertRestored(terminal);
});

test('colors are used, and not with NO_COLOR', async (t) => {
	const colored = start(t);
	await colored.shows(/\u001B\[32m/);
	const plain = start(t, [], { NO_COLOR: '1' });
	await plain.shows(/Logs.*controlplane/s);
	assert.doesNotMatch(plain.written, /\u001B\[3\dm/);
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) {
	test(`the terminal is as it was after ${signal}`, async (t) => {
		const terminal = start(t);
		await terminal.shows(/cp-1/);
		terminal.program.kill(signal);
		await terminal.exited();
		assertRestored(terminal);
	});
}

test('the terminal is as it was after an exception, which is seen', async (t) => {
	const terminal = start(t, ['throw']);
	await terminal.shows(/cp-1/);
	terminal.program.kill('SIGUSR2');
	assert.equal((await terminal.exited()).code, 1);
	assertRestored(terminal);
	assert.match(terminal.written.slice(terminal.written.lastIndexOf('\u001B[?1049l')), /a fault in the dashboard/);
});

test('the terminal is as it was after process.exit', async (t) => {
	const terminal = start(t, ['exit']);
	await terminal.shows(/cp-1/);
	terminal.program.kill('SIGUSR2');
	assert.equal((await terminal.exited()).code, 3);
	assertRestored(terminal);
});

test('while it is stopped the user has the terminal, and then it is drawn again', async (t) => {
	const terminal = start(t);
	await terminal.shows(/cp-1/);
	terminal.program.kill('SIGTSTP');
	await terminal.shows(/\u001B\[\?1049l/);
	assert.equal(terminal.settings(), terminal.settingsBefore);
	const since = terminal.written.length;
	terminal.program.kill('SIGCONT');
	await terminal.shows(/\u001B\[\?1049h.*cp-1/s, since);
});

test('without a terminal it says what to do', () => {
	const { status, stderr } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
	assert.equal(status, 1);
	assert.match(stderr, /the dashboard needs a terminal; `ichor dashboard --web` needs only a browser/);
});
