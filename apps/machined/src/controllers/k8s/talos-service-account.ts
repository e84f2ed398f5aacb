import { campaign, type ElectionStore } from '@ichor/etcd';
import type { KubernetesClient } from '@ichor/kubernetes';
import { watchObjects } from '@ichor/kubernetes';
import type { CertificateAndKey } from '@ichor/machinery/pki';
import {
	KubernetesAccessConfig,
	KubernetesSecret,
	kubernetesAccessConfigId,
	kubernetesSecretId,
	Nodename,
	nodenameId,
	OSRoot,
	osRootId,
	plainPem,
} from '@ichor/machinery/resources';
import { type Controller, equalData, type Reader } from '@ichor/runtime';
import { type Context, messageOf, pause, rest } from '@ichor/std';
import { clientOf } from './kubernetes-access.ts';
import {
	type AllowedAccess,
	dataOf,
	isCurrent,
	newSecret,
	refusalOf,
	type TalosSecret,
	type TalosServiceAccount,
} from './service-account-access.ts';

/** Gives pods the access to the API of the machines that they ask for, if they may have it. One control plane does so for all. */
export function talosServiceAccountController(openElection: () => Promise<ElectionStore>): Controller {
	return {
		name: 'kubeaccess.CRDController',
		inputs: [
			{ ...KubernetesAccessConfig.kind, id: kubernetesAccessConfigId, kind: 'weak' },
			{ ...KubernetesSecret.kind, id: kubernetesSecretId, kind: 'weak' },
			{ ...OSRoot.kind, id: osRootId, kind: 'weak' },
			{ ...Nodename.kind, id: nodenameId, kind: 'weak' },
		],
		outputs: [],
		async run(context, runtime) {
			let served: Issuer | undefined;
			let life = new AbortController();
			try {
				while (await runtime.nextReconcile()) {
					const wanted = await issuerOf(runtime);
					if (equalData(served, wanted)) continue;
					life.abort();
					life = new AbortController();
					served = wanted;
					if (wanted !== undefined)
						void stand({ ...context, signal: AbortSignal.any([context.signal, life.signal]) }, wanted, openElection);
					runtime.resetRestartBackoff();
				}
			} finally {
				life.abort();
			}
		},
	};
}

/** Who gives access, and what may be given. */
interface Issuer extends AllowedAccess {
	readonly candidate: string;
	readonly kubeconfig: string;
	readonly authority: CertificateAndKey;
}

async function issuerOf(reader: Reader): Promise<Issuer | undefined> {
	const access = (await reader.find(KubernetesAccessConfig.pointer(kubernetesAccessConfigId)))?.spec;
	const kubeconfig = (await reader.find(KubernetesSecret.pointer(kubernetesSecretId)))?.spec.localhostAdminKubeconfig;
	const authority = (await reader.find(OSRoot.pointer(osRootId)))?.spec.issuingCA;
	const candidate = (await reader.find(Nodename.pointer(nodenameId)))?.spec.nodename;
	if (access?.enabled !== true || kubeconfig === undefined || !authority || candidate === undefined) return undefined;
	const { allowedAPIRoles, allowedKubernetesNamespaces } = access;
	const plain = { crt: plainPem(authority.crt), key: plainPem(authority.key) };
	return { candidate, kubeconfig, authority: plain, allowedAPIRoles, allowedKubernetesNamespaces };
}

/** Runs for the office again and again, and serves while it has it. */
async function stand(context: Context, issuer: Issuer, openElection: () => Promise<ElectionStore>): Promise<void> {
	let term = new AbortController();
	const incumbent = {
		take() {
			term = new AbortController();
			void serve({ ...context, signal: AbortSignal.any([context.signal, term.signal]) }, issuer);
		},
		leave() {
			term.abort();
		},
	};
	while (!context.signal.aborted) {
		try {
			const store = await openElection();
			try {
				await campaign(context, store, { office, candidate: issuer.candidate, leaseSeconds }, incumbent);
			} finally {
				store.close();
			}
		} catch (error) {
			if (!context.signal.aborted) context.log('debug', 'no election for Talos service accounts', { error: messageOf(error) });
		}
		await rest(context, retryPause);
	}
}

/** As upstream's nodes have it (EtcdTalosServiceAccountCRDControllerMutex), so that one of theirs and one of ours are never both at it. */
const office = 'talos:v1:serviceAccountCRDController';
/** The same as upstream's session of etcd. */
const leaseSeconds = 60;
/** Milliseconds before the next campaign, and before accounts that nobody has touched are looked at again (upstream: informerResyncPeriod). */
const retryPause = 5000;
const resyncPause = 60_000;

/** Looks at every account when any changes, and now and then: certificates end, and secrets are deleted. Ends with its context. */
async function serve(context: Context, issuer: Issuer): Promise<void> {
	const client = await clientOf(issuer.kubeconfig);
	let accounts: readonly TalosServiceAccount[] = [];
	let changed = Promise.withResolvers<void>();
	const watching = watchObjects<TalosServiceAccount>(context, client, '/apis/talos.dev/v1alpha1/serviceaccounts', (objects) => {
		accounts = [...objects.values()];
		changed.resolve();
	});
	const syncing = async (): Promise<never> => {
		for (;;) {
			await Promise.race([changed.promise, pause(context, resyncPause)]);
			changed = Promise.withResolvers();
			for (const account of accounts) {
				await sync(context, client, issuer, account).catch((error: unknown) => {
					context.signal.throwIfAborted();
					const { name, namespace = '' } = account.metadata;
					context.log('warn', 'a Talos service account was not served', { account: `${namespace}/${name}`, error: messageOf(error) });
				});
			}
		}
	};
	try {
		await Promise.race([watching, syncing()]);
	} catch (error) {
		if (!context.signal.aborted) context.log('warn', 'Talos service accounts are not served', { error: messageOf(error) });
	} finally {
		client.close();
	}
}

async function sync(context: Context, client: KubernetesClient, issuer: Issuer, account: TalosServiceAccount): Promise<void> {
	const { name, namespace = '' } = account.metadata;
	const secrets = `/api/v1/namespaces/${namespace}/secrets`;
	const secret = await client.find<TalosSecret>(context, `${secrets}/${name}`);
	const refusal = refusalOf(account, secret, issuer);
	if (refusal !== undefined) {
		if (account.status?.failureReason === refusal.message) return;
		await tell(context, client, account, 'Warning', refusal);
		await setFailure(context, client, account, { failureReason: refusal.message });
		return;
	}
	const now = new Date();
	if (secret === undefined) await client.create(context, secrets, await newSecret(account, issuer.authority, now));
	else if (!isCurrent(account, secret, issuer.authority, now)) {
		const data = { ...secret.data, ...(await dataOf(account, issuer.authority, now)) };
		await client.update(context, `${secrets}/${name}`, { ...secret, data });
	} else if (account.status?.failureReason === undefined) return;
	await tell(context, client, account, 'Normal', { reason: 'Synced', message: 'Synced successfully' });
	if (account.status?.failureReason !== undefined) await setFailure(context, client, account, {});
}

async function setFailure(context: Context, client: KubernetesClient, account: TalosServiceAccount, status: object): Promise<void> {
	await client.update(context, await client.pathOf(account), { ...account, status });
}

/** An event that `kubectl describe` shows with the account. */
async function tell(
	context: Context,
	client: KubernetesClient,
	{ apiVersion, kind, metadata: { name, namespace = '', uid, resourceVersion } }: TalosServiceAccount,
	type: 'Normal' | 'Warning',
	{ reason, message }: { readonly reason: string; readonly message: string },
): Promise<void> {
	const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
	await client.create(context, `/api/v1/namespaces/${namespace}/events`, {
		apiVersion: 'v1',
		kind: 'Event',
		metadata: { generateName: `${name}.`, namespace },
		involvedObject: { apiVersion, kind, name, namespace, uid, resourceVersion },
		source: { component: 'talos-sa-controller' },
		type,
		reason,
		message,
		firstTimestamp: at,
		lastTimestamp: at,
		count: 1,
	});
}
