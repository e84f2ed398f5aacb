import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { activeConfigId, MachineConfig, NetworkStatus, networkStatusId, ProbeSpec, ProbeStatus, probeId } from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { background, withTimeout } from '@ichor/std';
import { startControllers } from '../controller-bench.ts';
import { probeController } from './probe.ts';
import { probeConfigController } from './probe-config.ts';
import { probeMergeController } from './probe-merge.ts';
import { askHttp, askTcp } from './probes/questions.ts';
import { networkStatusController } from './status.ts';

let code = 200;
const pages = createServer((_request, answer) => answer.writeHead(code, { location: '/elsewhere' }).end('text'));

before(async () => {
	pages.listen(0, '127.0.0.1');
	await once(pages, 'listening');
});
after(() => {
	pages.closeAllConnections();
	pages.close();
});

function port(): number {
	return (pages.address() as AddressInfo).port;
}

describe('probes of the configuration', () => {
	it('judge the connection to the network: all must succeed', async () => {
		const bench = startControllers(probeConfigController, probeMergeController, probeController, networkStatusController);
		const { state, until, stop } = bench;
		const tcp = `apiVersion: v1alpha1\nkind: TCPProbeConfig\nname: one\nendpoint: 127.0.0.1:${port()}\ninterval: 20ms\n`;
		const http = `---\napiVersion: v1alpha1\nkind: HTTPProbeConfig\nname: two\nurl: http://127.0.0.1:${port()}/\ninterval: 20ms\nfailureThreshold: 3\n`;
		const config = await state.create(MachineConfig.resource(activeConfigId, tcp + http));
		const isConnected = async (wanted: boolean) =>
			(await state.find(NetworkStatus.pointer(networkStatusId)))?.spec.connectivityReady === wanted || undefined;
		await until(async () => ((await state.list(ProbeStatus.kind)).length === 2 ? true : undefined));
		await until(async () => await isConnected(true));
		assert.deepEqual((await state.get(ProbeSpec.pointer(`tcp:127.0.0.1:${port()}`))).spec, {
			interval: '20ms',
			failureThreshold: 0,
			layer: 'configuration',
			tcp: { endpoint: `127.0.0.1:${port()}`, timeout: '10s' },
		});

		code = 503;
		await until(async () => await isConnected(false));
		const failed = await state.get(ProbeStatus.pointer(`http:http://127.0.0.1:${port()}/`));
		assert.deepEqual(failed.spec, { success: false, lastError: 'received non-success status code: 503' });
		code = 302;
		await until(async () => await isConnected(true));

		await state.modify(config, (current) => withSpec(current, tcp));
		await until(async () => ((await state.list(ProbeStatus.kind)).length === 1 ? true : undefined));
		await stop();
	});

	it('have ids without what is secret in them', () => {
		assert.equal(probeId({ http: { url: 'https://me:word@example.org/x?a@b', timeout: '1s' } }), 'http:https://example.org/x?a@b');
		assert.equal(probeId({ tcp: { endpoint: '[::1]:80', timeout: '1s' } }), 'tcp:[::1]:80');
	});
});

describe('the questions of probes', () => {
	it('say why there is no answer', async () => {
		const silent = createTcpServer((socket) => socket.resume());
		silent.listen(0, '127.0.0.1');
		await once(silent, 'listening');
		const { port: silentPort } = silent.address() as AddressInfo;
		await assert.rejects(askHttp(withTimeout(background, 50), `http://127.0.0.1:${silentPort}/`), { message: /no answer in time/ });
		await new Promise((resolve) => silent.close(resolve));
		await assert.rejects(askTcp(withTimeout(background, 5000), `127.0.0.1:${silentPort}`), {
			message: `cannot connect to 127.0.0.1:${silentPort}: connect ECONNREFUSED 127.0.0.1:${silentPort}`,
		});
		await askTcp(withTimeout(background, 5000), `[::ffff:127.0.0.1]:${port()}`);
	});
});
