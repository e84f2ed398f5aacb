import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackBalancer, openNfTables } from '@ichor/linux/nftables';
import { indexOf, twoNetworks } from '@ichor/linux/test';
import { type ScratchPrograms, scratchPrograms } from '@ichor/provision';
import { background, waitFor, withTimeout } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import { type Figure, median } from './figure.ts';

/** Of each kind; ours and haproxy's in turns, so that a busy moment of the machine meets both. */
const rounds = 5;
const seconds = Number(process.env.ICHOR_BALANCER_SECONDS ?? 2);
const connections = 50;

const ours = { host: '127.0.0.1', port: 7445 };
const haproxys = { host: '127.0.0.1', port: 7446 };
const servers = [1, 2, 3].map((index) => ({ host: '192.0.2.2', port: 6440 + index }));

/**
 * What KubePrism's way of balancing costs: wrk asks three servers through the kernel's table and through haproxy, each in
 * new connections and in ones that are kept. Client and balancers in one network namespace, servers in another.
 */
export async function* bench(): AsyncIterable<Figure> {
	const folder = mkdtempSync(join(tmpdir(), 'ichor-kubeprism-'));
	try {
		yield* measured(folder, await scratchPrograms(folder, { haproxy: 'haproxy', wrk: 'wrk' }));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function* measured(folder: string, programs: ScratchPrograms): AsyncIterable<Figure> {
	const networks = twoNetworks();
	if (networks === undefined) throw new Error('this bench needs root, for network namespaces');
	const started: ChildProcess[] = [];
	const tables = openNfTables();
	try {
		const address = { scope: 0, flags: 0x80, priority: 0 };
		networks.near.addAddress({ ...address, linkIndex: indexOf(networks.near, 'near0'), address: '192.0.2.1/24' });
		networks.far.addAddress({ ...address, linkIndex: indexOf(networks.far, 'far0'), address: '192.0.2.2/24' });
		writeFileSync('/proc/sys/net/ipv4/conf/all/route_localnet', '1');
		started.push(
			await networks.inFar(() => haproxy(programs, folder, 'servers', serverSections())),
			haproxy(programs, folder, 'balancer', balancerSections()),
		);
		tables.replaceTable(loopbackBalancer('ichor-bench', ours, servers));
		for (const { port } of [ours, haproxys]) await reachable(port);
		yield await compared(programs, 'new connections', 'calls/s', 1.5, ['--header', 'Connection: close']);
		yield await compared(programs, 'requests in kept connections', 'calls/s', 1.8, []);
	} finally {
		tables.close();
		for (const child of started) {
			child.kill();
			await once(child, 'exit');
		}
		networks.close();
	}
}

async function compared(
	programs: ScratchPrograms,
	name: string,
	unit: Figure['unit'],
	goal: number,
	more: readonly string[],
): Promise<Figure> {
	const rates: Record<'ours' | 'haproxy', number[]> = { ours: [], haproxy: [] };
	for (let round = 0; round < rounds; round += 1) {
		rates.ours.push(await rate(programs, ours.port, more));
		rates.haproxy.push(await rate(programs, haproxys.port, more));
	}
	return { name, unit, ours: median(rates.ours), anchor: { name: 'haproxy', value: median(rates.haproxy) }, goal };
}

/** Requests in a second, as wrk counts them. */
async function rate({ of, env }: ScratchPrograms, port: number, more: readonly string[]): Promise<number> {
	const load = ['--threads', '1', '--connections', String(connections), '--duration', `${seconds}s`];
	const stdout = await runProgram(of('wrk'), [...load, ...more, `http://127.0.0.1:${port}/`], { env });
	const found = /^Requests\/sec:\s+([\d.]+)$/m.exec(stdout)?.[1];
	if (found === undefined) throw new Error(`wrk says nothing of requests in a second: ${stdout}`);
	return Number(found);
}

function haproxy({ of, env }: ScratchPrograms, folder: string, name: string, sections: string): ChildProcess {
	const file = join(folder, `${name}.cfg`);
	writeFileSync(
		file,
		`global\n  nbthread 1\n  maxconn 4096\ndefaults\n  timeout connect 5s\n  timeout client 30s\n  timeout server 30s\n${sections}`,
	);
	return spawn(of('haproxy'), ['-q', '-db', '-f', file], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
}

/** Servers that answer as fast as any, so that what is between is measured. */
function serverSections(): string {
	const answer = '  mode http\n  http-request return status 200 content-type text/plain string ok\n';
	return servers.map(({ host, port }) => `frontend server-${port}\n  bind ${host}:${port}\n${answer}`).join('');
}

function balancerSections(): string {
	const backends = servers.map(({ host, port }) => `  server s${port} ${host}:${port}\n`).join('');
	return `listen balancer\n  mode tcp\n  bind ${haproxys.host}:${haproxys.port}\n  balance roundrobin\n${backends}`;
}

async function reachable(port: number): Promise<void> {
	await waitFor(withTimeout(background, 10_000), async () => {
		const socket = connect(port, '127.0.0.1');
		try {
			await once(socket, 'connect');
			return true;
		} catch {
			return undefined;
		} finally {
			socket.destroy();
		}
	});
}
