import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KubeletSecret, KubeletSpec, kubeletSecretId, kubeletSpecId, plainPem } from '@ichor/machinery/resources';
import { encodeFreeFormText } from '@ichor/machinery/struct-text';
import { type Controller, reconciling, type State } from '@ichor/runtime';
import { writeFileAtomically } from '@ichor/std/node';
import { paths } from '../../paths.ts';
import { kubelet } from '../../services/kubelet.ts';
import type { ServiceSet } from '../../services/service-set.ts';
import { bootstrapKubeconfig, hasCertificate, hasForgottenName, refreshKubeconfig, removeStaleCertificates } from './kubelet-identity.ts';

/**
 * Writes what the kubelet reads and keeps it running; a change of any of it starts it anew. A kubelet that an earlier
 * machined started, and that reads the same, goes on running.
 */
export function kubeletServiceController(services: ServiceSet, state: State): Controller {
	return reconciling({
		name: 'k8s.KubeletServiceController',
		inputs: [
			{ ...KubeletSpec.kind, id: kubeletSpecId, kind: 'weak' },
			{ ...KubeletSecret.kind, id: kubeletSecretId, kind: 'weak' },
		],
		outputs: [],
		async reconcile(context, runtime) {
			const spec = (await runtime.find(KubeletSpec.pointer(kubeletSpecId)))?.spec;
			const secret = (await runtime.find(KubeletSecret.pointer(kubeletSecretId)))?.spec;
			if (spec === undefined || secret === undefined) return;
			const applied = createHash('sha256')
				.update(JSON.stringify([spec, secret]))
				.digest('hex');
			if ((await readFile(paths.kubeletApplied, 'utf8').catch(() => '')) !== applied || (await hasForgottenName(secret))) {
				await services.find('kubelet')?.stop();
				const accepted = secret.acceptedCAs.map(({ crt }) => plainPem(crt));
				await mkdir(`${paths.kubernetes}/pki`, { recursive: true, mode: 0o700 });
				await mkdir(dirname(paths.kubeletPki), { recursive: true });
				await writeFileAtomically(`${paths.kubernetes}/pki/ca.crt`, accepted.join(''), 0o400);
				await writeFileAtomically(paths.kubeletBootstrapKubeconfig, bootstrapKubeconfig(secret));
				await writeFileAtomically(`${paths.kubernetes}/kubelet.yaml`, encodeFreeFormText(spec.config));
				if (spec.credentialProviderConfig === undefined) await rm(paths.kubeletCredentialProviderConfig, { force: true });
				else await writeFileAtomically(paths.kubeletCredentialProviderConfig, encodeFreeFormText(spec.credentialProviderConfig));
				await removeStaleCertificates(context, accepted, spec.expectedNodename);
				await refreshKubeconfig(secret);
				await writeFileAtomically(paths.kubeletApplied, applied);
			}
			services.start(kubelet(state));
			// what it makes itself when it joins has to be mended then
			if (secret.endpointTLSServerName !== undefined && !hasCertificate()) setTimeout(() => runtime.queueReconcile(), lookEvery).unref();
		},
	});
}

/** Milliseconds between two looks whether the kubelet has joined. */
const lookEvery = 5000;
