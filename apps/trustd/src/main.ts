import { SecurityService } from '@ichor/api/security';
import { machineRegistry, plainPem, TrustdCertificates, trustdCertificatesId } from '@ichor/machinery/resources';
import { listenTls, openChannel, RemoteState, RpcServer, type TlsListener } from '@ichor/rpc';
import { State } from '@ichor/runtime';
import { background, messageOf, pause } from '@ichor/std';
import { securityService } from './security-service.ts';

/** trustd: signs server certificates for machines that know the cluster's token. */

const stateSocket = '/system/run/trustd/runtime.sock';
const port = 50001;

/** Milliseconds between a broken watch and the next. */
const retryPause = 200;

const channel = openChannel(`unix:${stateSocket}`);
const state = new State(new RemoteState(channel, { registry: machineRegistry() }));
const server = new RpcServer().add(SecurityService, securityService(state));
let listener: TlsListener | undefined;

// what `processes` and `netstat` call it
process.title = 'trustd';

// the first process of a container gets no signal that it does not ask for
process.on('SIGTERM', () => process.exit(0));

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});

async function main(): Promise<void> {
	for (;;) {
		// machined may be started again while this daemon goes on serving
		await follow().catch((error: unknown) => console.error(`machined does not answer: ${messageOf(error)}`));
		await pause(background, retryPause);
	}
}

async function follow(): Promise<void> {
	for await (const event of await state.watch(TrustdCertificates.pointer(trustdCertificatesId))) {
		if (event.type !== 'created' && event.type !== 'updated') continue;
		const { crt, key } = event.resource.spec.server;
		const identity = { certificate: plainPem(crt), key: plainPem(key) };
		if (listener === undefined) listener = await listenTls(server.accept, { port, identity });
		else listener.rotate(identity);
		console.log(`certificate in use, listening on port ${port}`);
	}
}
