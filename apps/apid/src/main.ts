import {
	ApiCertificates,
	apiCertificatesId,
	HostnameStatus,
	MachineType,
	machineTypeId,
	NodeAddress,
	plainPem,
} from '@ichor/machinery/resources';
import { openChannel, plainKey, RemoteState } from '@ichor/rpc';
import { createRegistry, State } from '@ichor/runtime';
import { followMachined } from '@ichor/std/node';
import { Backends } from './backends.ts';
import { apidPort } from './constants.ts';
import type { Place } from './director.ts';
import { OwnNames } from './own-names.ts';
import { ApiServer, type ServerCredentials } from './server.ts';

/** apid: this node's API to the network. What it shows and whom it believes are resources of machined's, followed as they change. */

const machineSocket = '/system/run/machined/machine.sock';
const stateSocket = '/system/run/apid/runtime.sock';

const registry = createRegistry([ApiCertificates, HostnameStatus, MachineType, NodeAddress]);
const channel = openChannel(`unix:${stateSocket}`);
const state = new State(new RemoteState(channel, { registry }));
const backends = new Backends(machineSocket);
const names = new OwnNames(state);
let server: ApiServer | undefined;

followMachined('apid', follow);

/** What is followed ends together: a part that went on would be there twice after the next beginning. */
async function follow(): Promise<void> {
	const ended = new AbortController();
	try {
		await Promise.race([followCertificates(ended.signal), names.follow(ended.signal)]);
	} finally {
		ended.abort();
	}
}

async function followCertificates(signal: AbortSignal): Promise<void> {
	for await (const event of await state.watch(ApiCertificates.pointer(apiCertificatesId), { signal })) {
		if (event.type !== 'created' && event.type !== 'updated') continue;
		const { server: own, client, acceptedCAs, skipVerifyingClientCert: maintenance } = event.resource.spec;
		const ca = acceptedCAs.map(({ crt }) => plainPem(crt)).join('\n');
		const credentials: ServerCredentials = {
			certificate: plainPem(own.crt),
			key: plainKey(plainPem(own.key)),
			...(maintenance ? {} : { ca }),
		};
		backends.use(client === null ? undefined : { ca, certificate: plainPem(client.crt), key: plainKey(plainPem(client.key)) });
		const place = await placeOf(maintenance, client !== null);
		if (server === undefined) {
			server = new ApiServer(credentials, place, backends);
			await server.listen(apidPort, '::');
			console.log(`listening on port ${apidPort}${maintenance ? ', in maintenance mode' : ''}`);
		} else {
			server.replace(credentials, place);
			console.log(`certificates renewed${maintenance ? ', in maintenance mode' : ''}`);
		}
	}
}

async function placeOf(maintenance: boolean, hasClient: boolean): Promise<Place> {
	await names.load();
	const type = await state.find(MachineType.pointer(machineTypeId));
	return { maintenance, forwards: hasClient && type?.spec !== 'worker', isSelf: (target) => names.has(target) };
}
