import { readFile } from 'node:fs/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { documentsOf } from '@ichor/machinery/config';
import { EtcFileSpec, etcLabel } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/**
 * The authorities that the machine trusts: the public ones of its image and those of the configuration, in the file that
 * programs read, and for what this process itself connects to.
 *
 * @param etc the folder that has the file: /etc
 * @param trust what this process is to trust from now on, PEM
 */
export function trustedRootsController(etc: string, trust: (certificates: readonly string[]) => void = trustHere): Controller {
	return reconciling({
		name: 'secrets.TrustedRootsController',
		inputs: [configInput],
		outputs: [{ type: EtcFileSpec.type, kind: 'shared' }],
		async reconcile(_, runtime) {
			const config = await activeConfig(runtime);
			const extra = config === undefined ? [] : documentsOf(config, 'TrustedRootsConfig').map(({ value }) => value.certificates ?? '');
			// what is seen may already be ours, by an earlier run of this program
			const [shipped = ''] = (await readFile(`${etc}/${bundle}`, 'utf8')).split(boundary);
			const contents = extra.length === 0 ? shipped : `${shipped}${boundary}${extra.join('\n\n')}`;
			trust(extra.flatMap((text) => text.match(certificate) ?? []));
			await publish(runtime, EtcFileSpec, bundle, { contents, mode: 0o644, selinux_label: etcLabel });
		},
	});
}

/** Node comes with public authorities of its own. */
function trustHere(certificates: readonly string[]): void {
	setDefaultCACertificates([...getCACertificates('bundled'), ...certificates]);
}

/** Below /etc (upstream: constants.DefaultTrustedRelativeCAFile); readers pass over what is between certificates. */
const bundle = 'ssl/certs/ca-certificates.crt';
const boundary = '\n# TrustedRootsConfig\n';
const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
