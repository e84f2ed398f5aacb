import { certificateFingerprint, issueKeyPair } from '@ichor/machinery/pki';
import {
	ApiCertificates,
	type ApiCertificatesSpec,
	apiCertificatesId,
	apiCertSANId,
	CertSAN,
	type CertSANSpec,
	MachineType,
	MaintenanceRoot,
	Member,
	machineTypeId,
	maintenanceRootId,
	OSRoot,
	type OSRootSpec,
	osRootId,
	type PemPair,
	pemPair,
	plainPem,
} from '@ichor/machinery/resources';
import { type Controller, equalData } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import { publish } from '../publish.ts';
import { leafLife, lifetimeFrom, renewAfter } from './lifetime.ts';
import { alternativeNames } from './names.ts';
import { requestCertificate } from './request-certificate.ts';

/** What apid shows: a certificate of the cluster's authority, or before there is a configuration one of the machine's own. */
export const apiCertificatesController: Controller = {
	name: 'secrets.APIController',
	inputs: [
		{ ...OSRoot.kind, id: osRootId, kind: 'weak' },
		{ ...MaintenanceRoot.kind, id: maintenanceRootId, kind: 'weak' },
		{ ...CertSAN.kind, id: apiCertSANId, kind: 'weak' },
		{ ...MachineType.kind, id: machineTypeId, kind: 'weak' },
		{ ...Member.kind, kind: 'weak' },
	],
	outputs: [{ type: ApiCertificates.type, kind: 'exclusive' }],
	async run(context, runtime) {
		let made: unknown;
		let timer: NodeJS.Timeout | undefined;
		try {
			while (await runtime.nextReconcile()) {
				const root = (await runtime.find(OSRoot.pointer(osRootId)))?.spec;
				const maintenance = (await runtime.find(MaintenanceRoot.pointer(maintenanceRootId)))?.spec;
				const names = (await runtime.find(CertSAN.pointer(apiCertSANId)))?.spec;
				if (names === undefined || (root === undefined && maintenance === undefined)) continue;
				const ingredients = { root, names, maintenance: root === undefined ? maintenance : undefined };
				if (made !== undefined && equalData(made, ingredients)) continue;
				const members = (await runtime.list(Member.kind)).map(({ spec }) => spec).filter(({ controlPlane }) => controlPlane !== undefined);
				const spec =
					root === undefined
						? await maintenanceCertificates(context, maintenance?.ca ?? { crt: '', key: '' }, names)
						: root.issuingCA === null
							? await workerCertificates(
									context,
									root,
									names,
									members.flatMap(({ addresses }) => addresses),
								)
							: await controlPlaneCertificates(root, root.issuingCA, names);
				await publish(runtime, ApiCertificates, apiCertificatesId, spec);
				made = ingredients;
				runtime.resetRestartBackoff();
				clearTimeout(timer);
				timer = setTimeout(() => {
					made = undefined;
					runtime.queueReconcile();
				}, renewAfter);
				timer.unref();
			}
		} finally {
			clearTimeout(timer);
		}
	},
};

async function controlPlaneCertificates(root: OSRootSpec, issuer: PemPair, names: CertSANSpec): Promise<ApiCertificatesSpec> {
	const client = await issueKeyPair(plain(issuer), { organization: ['os:impersonator'] }, { ...leaf(), extendedKeyUsage: ['clientAuth'] });
	const server = pemPair(await serverPair(issuer, names));
	return { acceptedCAs: root.acceptedCAs, client: pemPair(client), server, skipVerifyingClientCert: false };
}

async function workerCertificates(
	context: Context,
	root: OSRootSpec,
	names: CertSANSpec,
	trustds: readonly string[],
): Promise<ApiCertificatesSpec> {
	const { authorities, pair } = await requestCertificate(context, {
		token: root.token,
		trust: root.acceptedCAs.map(({ crt }) => plainPem(crt)),
		endpoints: trustds,
		names,
	});
	return { acceptedCAs: authorities, client: null, server: pemPair(pair), skipVerifyingClientCert: false };
}

async function maintenanceCertificates(context: Context, issuer: PemPair, names: CertSANSpec): Promise<ApiCertificatesSpec> {
	const server = await issueKeyPair(
		plain(issuer),
		{ commonName: ['maintenance-service.talos.dev'] },
		{ ...leaf(), extendedKeyUsage: ['serverAuth'], alternativeNames: await alternativeNames(names) },
	);
	context.log('info', 'this machine is reachable at:');
	for (const address of names.ips.filter((ip) => ip !== '127.0.0.1' && ip !== '::1')) context.log('info', `\t${address}`);
	context.log('info', 'server certificate issued', { fingerprint: await certificateFingerprint(server.crt) });
	context.log(
		'info',
		`upload configuration using talosctl: talosctl apply-config --insecure --nodes ${names.ips[0] ?? ''} --file <config.yaml>`,
	);
	return { acceptedCAs: [{ crt: issuer.crt }], client: null, server: pemPair(server), skipVerifyingClientCert: true };
}

async function serverPair(issuer: PemPair, names: CertSANSpec) {
	const options = { ...leaf(), extendedKeyUsage: ['serverAuth'], alternativeNames: await alternativeNames(names) } as const;
	return await issueKeyPair(plain(issuer), { commonName: [names.fqdn] }, options);
}

function leaf() {
	return { ...lifetimeFrom(new Date(), leafLife), keyUsage: ['digitalSignature'] } as const;
}

function plain({ crt, key }: PemPair) {
	return { crt: plainPem(crt), key: plainPem(key) };
}
