import { type ConfigDocument, documentsOf, type MachineConfig } from '@ichor/machinery/config';
import type { CertificateAndKey } from '@ichor/machinery/pki';

/** Which authority of a cluster: that of Talos's API or that of the Kubernetes API. */
export type AuthorityName = 'talos' | 'kubernetes';

/** An authority as a configuration has it: who issues, and whose certificates are accepted besides. PEM. */
interface Authority {
	/** Without a key where nothing is issued. */
	readonly issuing: CertificateAndKey;
	readonly accepted: readonly string[];
}

/** A step of a rotation: what becomes of an authority on a node. */
export type AuthorityStep = (authority: Authority) => Authority;

/** The new authority is accepted beside the old one. */
export function accept(added: string): AuthorityStep {
	return ({ issuing, accepted }) => ({ issuing, accepted: [...accepted.filter((one) => one !== added), added] });
}

/** The new authority issues, where its predecessor did; the old one is accepted. */
export function issueBy({ crt, key }: CertificateAndKey, old: string): AuthorityStep {
	return ({ issuing, accepted }) => ({
		issuing: { crt, key: issuing.key === '' ? '' : key },
		accepted: [...accepted.filter((one) => one !== crt && one !== old), old],
	});
}

/** Certificates of the old authority are worth nothing. */
export function drop(old: string): AuthorityStep {
	return ({ issuing, accepted }) => ({ issuing, accepted: accepted.filter((one) => one !== old) });
}

/**
 * A configuration after a step; wherever it speaks of the authority.
 *
 * @throws Error for one that does not
 */
export function changeAuthority(config: MachineConfig, name: AuthorityName, step: AuthorityStep): MachineConfig {
	const [separate] = name === 'kubernetes' ? documentsOf(config, 'KubeAPIServerCAConfig') : [];
	const [root] = documentsOf(config, 'v1alpha1');
	if (separate !== undefined) return replaced(config, separate, inDocument(separate.value, step));
	if (root === undefined) throw new Error('the configuration has no root document, which the authorities are in');
	const section = name === 'talos' ? 'machine' : 'cluster';
	return replaced(config, root, { ...root.value, [section]: inSection(root.value[section] ?? {}, step) });
}

interface Section {
	readonly ca?: { readonly crt?: string; readonly key?: string };
	readonly acceptedCAs?: readonly ({ readonly crt?: string } | null)[];
}

/** In the root document, where everything is base64 of PEM. */
function inSection(section: Section, step: AuthorityStep): Section {
	const { ca = {}, acceptedCAs = [] } = section;
	const { issuing, accepted } = step({
		issuing: { crt: atob(ca.crt ?? ''), key: atob(ca.key ?? '') },
		accepted: acceptedCAs.map((one) => atob(one?.crt ?? '')),
	});
	return {
		...section,
		ca: { crt: btoa(issuing.crt), key: btoa(issuing.key) },
		acceptedCAs: accepted.map((crt) => ({ crt: btoa(crt) })),
	};
}

/** In a document of its own, where everything is PEM. */
function inDocument<Value extends object>(
	value: Value & { readonly issuingCA?: { readonly cert?: string; readonly key?: string }; readonly acceptedCAs?: readonly string[] },
	step: AuthorityStep,
): Value {
	const { issuingCA = {}, acceptedCAs = [] } = value;
	const { issuing, accepted } = step({ issuing: { crt: issuingCA.cert ?? '', key: issuingCA.key ?? '' }, accepted: acceptedCAs });
	// a worker has its authority among the accepted ones
	const issues = issuingCA.cert !== undefined;
	return {
		...value,
		...(issues ? { issuingCA: { cert: issuing.crt, key: issuing.key } } : {}),
		acceptedCAs: issues || issuing.crt === '' ? accepted : [...new Set([issuing.crt, ...accepted])],
	};
}

function replaced(config: MachineConfig, document: ConfigDocument, value: object): MachineConfig {
	return { documents: config.documents.map((one) => (one === document ? { ...one, value } : one)) };
}
